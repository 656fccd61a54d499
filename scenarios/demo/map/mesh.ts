/** A point in metres east and north of the middle of the district. */
export type Point = readonly [x: number, y: number];

/** Where a cut meets the ring of a face: at a vertex, or at a point of the edge between two. */
export type Meeting = { vertex: number } | { ends: readonly [number, number]; point: Point };

const STRIDE = 1 << 20;

/**
 * A planar subdivision: faces are rings of vertex numbers, counter-clockwise. Two neighbours name the same vertices along their
 * common border, so the pieces tile exactly whatever rounding is applied to the vertices afterwards.
 */
export interface Mesh {
  points: Point[];
  /** Vertices where borders meet; later cuts are drawn to them where they are near. */
  junctions: Set<number>;
  faces: number[][];
  /** Directed edge → the face on its left. */
  left: Map<number, number>;
}

export function createMesh(outline: readonly Point[]): Mesh {
  const mesh: Mesh = { points: [...outline], junctions: new Set(), faces: [outline.map((_, i) => i)], left: new Map() };
  claimEdges(mesh, 0);
  return mesh;
}

export function ringOf(mesh: Mesh, face: number): Point[] {
  return mesh.faces[face]!.map((vertex) => mesh.points[vertex]!);
}

/** Cuts a face along `path` (inner points, from the first meeting to the second). The face keeps the part left of the path; the new face is returned. */
export function cutFace(mesh: Mesh, face: number, from: Meeting, to: Meeting, path: readonly Point[]): number {
  const start = vertexAt(mesh, from);
  const end = vertexAt(mesh, to);
  const inner = path.map((point) => mesh.points.push(point) - 1);
  const ring = mesh.faces[face]!;
  const onLeft = [...walk(ring, end, start), ...inner];
  const onRight = [...walk(ring, start, end), ...inner.reverse()];
  mesh.faces[face] = onLeft;
  const added = mesh.faces.push(onRight) - 1;
  claimEdges(mesh, face);
  claimEdges(mesh, added);
  mesh.junctions.add(start);
  mesh.junctions.add(end);
  return added;
}

function claimEdges(mesh: Mesh, face: number): void {
  const ring = mesh.faces[face]!;
  for (let i = 0; i < ring.length; i++) mesh.left.set(ring[i]! * STRIDE + ring[(i + 1) % ring.length]!, face);
}

/** Vertices from `from` up to and including `to`, in ring order. */
function walk(ring: readonly number[], from: number, to: number): number[] {
  const found: number[] = [];
  for (let i = ring.indexOf(from); ; i = (i + 1) % ring.length) {
    found.push(ring[i]!);
    if (ring[i] === to) return found;
  }
}

// An edge is named by its two ends, not by its place in the ring: the places move when the other end of the cut is added.
function vertexAt(mesh: Mesh, meeting: Meeting): number {
  if ('vertex' in meeting) return meeting.vertex;
  const [u, v] = meeting.ends;
  const added = mesh.points.push(meeting.point) - 1;
  insertVertex(mesh, u, added, v);
  insertVertex(mesh, v, added, u);
  return added;
}

function insertVertex(mesh: Mesh, u: number, added: number, v: number): void {
  const face = mesh.left.get(u * STRIDE + v);
  if (face === undefined) return;
  const ring = mesh.faces[face]!;
  ring.splice(ring.indexOf(u) + 1, 0, added);
  mesh.left.delete(u * STRIDE + v);
  mesh.left.set(u * STRIDE + added, face);
  mesh.left.set(added * STRIDE + v, face);
}

/** The single ring around several faces: the edges that are not walked in both directions. */
export function ringAround(mesh: Mesh, faces: readonly number[]): number[] {
  const next = new Map<number, number>();
  const edges = new Set<number>();
  for (const face of faces) {
    const ring = mesh.faces[face]!;
    for (let i = 0; i < ring.length; i++) edges.add(ring[i]! * STRIDE + ring[(i + 1) % ring.length]!);
  }
  for (const edge of edges) {
    const u = Math.floor(edge / STRIDE);
    const v = edge % STRIDE;
    if (!edges.has(v * STRIDE + u)) next.set(u, v);
  }
  const first = next.keys().next().value as number;
  const ring = [first];
  for (let at = next.get(first)!; at !== first; at = next.get(at)!) ring.push(at);
  if (ring.length !== next.size) throw new Error('the faces do not make one piece without holes');
  return ring;
}
