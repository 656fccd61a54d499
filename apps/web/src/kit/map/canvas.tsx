import {
  AttributionControl,
  type GeoJSONSource,
  Map as GlMap,
  type MapMouseEvent,
  Marker,
  NavigationControl,
  Popup,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../language.ts';
import type { MapViewProps } from '../map-view.tsx';
import { askGround, type Ground, noGround } from './ground.ts';
import { boundsOf, type MapFeature, token } from './layer.ts';
import { styleOf } from './style.ts';

setWorkerUrl(workerUrl);

/** The drawing itself; loaded only where a map is shown. Throws where the browser has no WebGL. */
export default function MapCanvas({ label, layers, bounds, centre, marker, onClick, onMoved }: MapViewProps) {
  const t = useTexts('kit');
  const host = useRef<HTMLDivElement>(null);
  const map = useRef<GlMap | null>(null);
  const pin = useRef<Marker | null>(null);
  const [ground, setGround] = useState<Ground>(noGround);
  const latest = useRef({ layers, marker, onClick, onMoved, ground });
  latest.current = { layers, marker, onClick, onMoved, ground };
  const fitted = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the map is made once; what changes is applied below
  useEffect(() => {
    const first = bounds ?? boundsOf(latest.current.layers.flatMap(({ data }) => (data ? [data] : [])));
    fitted.current = first !== null;
    const gl = new GlMap({
      container: host.current!,
      style: styleOf(latest.current.layers, latest.current.ground),
      attributionControl: false,
      localIdeographFontFamily: getComputedStyle(document.body).fontFamily,
      dragRotate: false,
      pitchWithRotate: false,
      maxZoom: 19,
      locale: { 'NavigationControl.ZoomIn': t('map.zoomIn'), 'NavigationControl.ZoomOut': t('map.zoomOut'), 'Map.Title': label },
      ...(first
        ? { bounds: first, fitBoundsOptions: { padding: 32, maxZoom: 16 } }
        : { center: centre ? [centre.longitude, centre.latitude] : [105, 35], zoom: centre ? 15 : 3 }),
    });
    gl.touchZoomRotate.disableRotation();
    gl.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    gl.addControl(new ScaleControl({ maxWidth: 96 }), 'bottom-left');
    map.current = gl;

    const tip = new Popup({ closeButton: false, closeOnClick: false, offset: 12, className: 'map-tip' });
    const under = (event: MapMouseEvent) => {
      const drawn = latest.current.layers
        .flatMap(({ id, kind }) =>
          kind === 'cluster' ? [`${id}:cluster`, id] : kind === 'mixed' ? [id, `${id}:line`, `${id}:fill`] : [id],
        )
        .filter((id) => gl.getLayer(id));
      return gl.queryRenderedFeatures(
        [
          [event.point.x - 4, event.point.y - 4],
          [event.point.x + 4, event.point.y + 4],
        ],
        { layers: drawn },
      );
    };
    gl.on('mousemove', (event) => {
      const found = under(event)[0];
      const layer = latest.current.layers.find(({ id }) => id === found?.layer.id.split(':')[0]);
      gl.getCanvas().style.cursor =
        found && (layer?.onOpen || found.layer.id.endsWith(':cluster')) ? 'pointer' : latest.current.onClick ? 'crosshair' : '';
      const words = found && !found.layer.id.endsWith(':cluster') ? layer?.tip?.(found.properties) : undefined;
      if (words) tip.setLngLat(event.lngLat).setText(words).addTo(gl);
      else tip.remove();
    });
    gl.on('mouseout', () => tip.remove());
    gl.on('click', (event) => {
      const at = { longitude: event.lngLat.lng, latitude: event.lngLat.lat };
      for (const found of under(event)) {
        const layer = latest.current.layers.find(({ id }) => id === found.layer.id.split(':')[0]);
        if (found.layer.id.endsWith(':cluster')) {
          const clusters = gl.getSource(layer!.id) as GeoJSONSource;
          void clusters
            .getClusterExpansionZoom(found.properties.cluster_id as number)
            .then((zoom) => gl.easeTo({ center: event.lngLat, zoom }));
          return;
        }
        if (layer?.onOpen) {
          layer.onOpen({ layer: layer.id, properties: found.properties, at } satisfies MapFeature);
          return;
        }
      }
      latest.current.onClick?.(at, gl.getZoom());
    });
    gl.on('moveend', () => {
      const box = gl.getBounds();
      latest.current.onMoved?.({ bounds: [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()], zoom: gl.getZoom() });
    });
    // The colours of the page change under the map when the scheme does.
    const scheme = new MutationObserver(() => gl.setStyle(styleOf(latest.current.layers, latest.current.ground)));
    scheme.observe(document.documentElement, { attributeFilter: ['data-scheme'] });
    const size = new ResizeObserver(() => gl.resize());
    size.observe(host.current!);
    let here = true;
    void askGround().then((found) => here && setGround(found));
    return () => {
      here = false;
      scheme.disconnect();
      size.disconnect();
      gl.remove();
      map.current = null;
      pin.current = null;
    };
  }, []);

  const drawn = useRef(layers);
  useEffect(() => {
    const gl = map.current;
    if (!gl || drawn.current === layers) return;
    drawn.current = layers;
    // Differences are found by the library: a source whose data is the same object is left alone.
    gl.setStyle(styleOf(layers, latest.current.ground), { diff: true });
    const box = fitted.current ? null : boundsOf(layers.flatMap(({ data }) => (data ? [data] : [])));
    if (box) {
      fitted.current = true;
      gl.fitBounds(box, { padding: 32, maxZoom: 16, animate: false });
    }
  }, [layers]);

  useEffect(() => {
    const gl = map.current;
    if (!gl || ground.kind === 'none') return;
    gl.setStyle(styleOf(latest.current.layers, ground), { diff: true });
    if (!ground.attribution) return;
    const source = new AttributionControl({ compact: false, customAttribution: ground.attribution });
    gl.addControl(source, 'bottom-right');
    return () => void gl.removeControl(source);
  }, [ground]);

  const [west, south, east, north] = bounds ?? [];
  useEffect(() => {
    if (west !== undefined) map.current?.fitBounds([west, south!, east!, north!], { padding: 32, maxZoom: 16, animate: false });
  }, [west, south, east, north]);
  const longitude = centre?.longitude;
  const latitude = centre?.latitude;
  useEffect(() => {
    if (longitude !== undefined) map.current?.easeTo({ center: [longitude, latitude!], zoom: Math.max(15, map.current.getZoom()) });
  }, [longitude, latitude]);

  useEffect(() => {
    const gl = map.current;
    if (!gl) return;
    if (!marker) {
      pin.current?.remove();
      pin.current = null;
      return;
    }
    if (!pin.current) {
      const made = new Marker({ color: token('party'), draggable: Boolean(marker.onMove) });
      made.on('dragend', () => {
        const { lng, lat } = made.getLngLat();
        latest.current.marker?.onMove?.({ longitude: lng, latitude: lat });
      });
      pin.current = made.setLngLat([marker.longitude, marker.latitude]).addTo(gl);
    } else pin.current.setLngLat([marker.longitude, marker.latitude]);
  }, [marker]);

  return <div className="map-canvas" ref={host} />;
}
