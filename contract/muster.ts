import { z } from 'zod';
import { AreaCode, Flag, Id, Instant, MatterNumber, PageQuery, Phone, Place, page, text } from './primitives.ts';
import { route } from './route.ts';

/** Who is called: under areas, with one of the skills, in one of the posts; what is left out does not narrow. */
const Wanted = z.object({
  areas: z.array(AreaCode).min(1).max(100),
  skills: z.array(text(30, 1)).max(20).default([]),
  posts: z.array(text(30, 1)).max(20).default([]),
});
const ByNumber = z.object({ number: MatterNumber });
const ById = ByNumber.extend({ id: Id });
const Token = z.object({ token: z.string().min(1).max(120) });
const Location = z.object({ longitude: z.number(), latitude: z.number() });

const Responder = z.object({
  id: z.string(),
  name: z.string(),
  areaCode: z.string(),
  areaName: z.string(),
  team: z.string().nullable(),
  post: z.string(),
  skills: z.array(z.string()),
});
export const memberStatuses = ['called', 'received', 'declined', 'signed-in', 'left'] as const;
const Member = Responder.extend({
  status: z.enum(memberStatuses),
  calledAt: z.string(),
  answeredAt: z.string().nullable(),
  signedAt: z.string().nullable(),
  signedBy: z.enum(['code', 'place']).nullable(),
  safe: z.boolean().nullable(),
  onShift: z.string().nullable(),
});
const Figures = z.object({
  called: z.number(),
  received: z.number(),
  declined: z.number(),
  signedIn: z.number(),
  left: z.number(),
  /** Minutes from the call to the sign-in, the middle one; null before anybody signed in. */
  minutesToSignIn: z.number().nullable(),
});
const MusterSummary = Figures.extend({
  number: z.string(),
  title: z.string(),
  state: z.string(),
  rehearsal: z.boolean(),
  areaCode: z.string(),
  areaName: z.string(),
  calledAt: z.string(),
  endedAt: z.string().nullable(),
});
const Shift = z.object({
  id: z.string(),
  responderId: z.string(),
  name: z.string(),
  from: z.string(),
  until: z.string(),
  endedAt: z.string().nullable(),
});
const Post = z.object({ id: z.string(), name: z.string(), wanted: z.number(), location: Location.nullable(), shifts: z.array(Shift) });
const Need = z.object({
  id: z.string(),
  what: z.string(),
  amount: z.string().nullable(),
  at: z.string(),
  by: z.string(),
  metAt: z.string().nullable(),
  metBy: z.string().nullable(),
});
const Count = z.object({
  id: z.string(),
  at: z.string(),
  by: z.string(),
  endedAt: z.string().nullable(),
  expected: z.number(),
  safe: z.number(),
});
const Board = MusterSummary.extend({
  body: z.string(),
  address: z.string().nullable(),
  location: Location.nullable(),
  radius: z.number(),
  /** Shown at the scene; whoever enters it is there. */
  code: z.string(),
  version: z.number(),
  byTeam: z.array(z.object({ team: z.string(), called: z.number(), signedIn: z.number() })),
  posts: z.array(Post),
  needs: z.array(Need),
  counts: z.array(Count),
  log: z.array(z.object({ at: z.string(), by: z.string(), action: z.string(), text: z.string().nullable() })),
});
/** What one of those called sees of the call: never the others. */
const Call = z.object({
  number: z.string(),
  title: z.string(),
  body: z.string(),
  address: z.string().nullable(),
  location: Location.nullable(),
  state: z.string(),
  rehearsal: z.boolean(),
  calledAt: z.string(),
  name: z.string(),
  status: z.enum(memberStatuses),
  signedAt: z.string().nullable(),
  /** A safety count runs and waits for this person. */
  askedSafe: z.boolean(),
  shift: z.object({ post: z.string(), from: z.string(), until: z.string() }).nullable(),
});

export const muster = {
  countResponders: route({
    name: 'command.count-responders',
    method: 'POST',
    path: '/api/command/responder-count',
    summary: 'How many would be called, with what can be chosen from',
    access: 'muster.call',
    scope: 'area',
    body: Wanted,
    answer: z.object({
      count: z.number(),
      skills: z.array(z.object({ name: z.string(), count: z.number() })),
      posts: z.array(z.object({ name: z.string(), count: z.number() })),
    }),
  }),
  writeResponders: route({
    name: 'command.write-responders',
    method: 'POST',
    path: '/api/command/responders',
    summary: 'Enter people who can be called; the telephone is kept sealed and tells who is known already',
    access: 'muster.call',
    scope: 'area',
    body: z.object({
      items: z
        .array(
          z.object({
            name: text(40, 1),
            phone: Phone,
            areaCode: AreaCode,
            team: text(60, 1).nullish(),
            post: text(30, 1),
            skills: z.array(text(30, 1)).max(10).default([]),
          }),
        )
        .min(1)
        .max(500),
    }),
    answer: z.object({ entered: z.number(), changed: z.number() }),
    status: 201,
    idempotent: true,
  }),
  call: route({
    name: 'command.call-muster',
    method: 'POST',
    path: '/api/command/musters',
    summary: 'Call people together; a rehearsal says so everywhere and is counted for itself',
    access: 'muster.call',
    scope: 'area',
    body: Wanted.extend({
      title: text(120, 2),
      body: text(4000, 2),
      areaCode: AreaCode,
      address: text(200).nullish(),
      place: Place.nullish(),
      radius: z.number().int().min(50).max(5000).default(300),
      urgency: z.number().int().min(1).max(3).default(2),
      rehearsal: z.boolean(),
    }),
    answer: z.object({ number: z.string(), called: z.number(), code: z.string() }),
    status: 201,
    idempotent: true,
  }),
  list: route({
    name: 'command.list-musters',
    method: 'GET',
    path: '/api/command/musters',
    summary: 'Musters, newest first; real ones, or rehearsals where asked for',
    access: ['muster.call', 'board.read'],
    scope: 'area',
    query: PageQuery.extend({ rehearsal: Flag.optional() }),
    answer: page(MusterSummary),
  }),
  read: route({
    name: 'command.read-muster',
    method: 'GET',
    path: '/api/command/musters/:number',
    summary: 'One muster: figures, posts and shifts, needs, safety counts, situation log',
    access: ['muster.call', 'board.read'],
    scope: 'area',
    params: ByNumber,
    answer: Board,
  }),
  members: route({
    name: 'command.list-muster-members',
    method: 'GET',
    path: '/api/command/musters/:number/members',
    summary: 'Those called, by name',
    access: 'muster.call',
    scope: 'area',
    params: ByNumber,
    query: PageQuery.extend({ status: z.enum([...memberStatuses, 'present', 'missing']).optional(), text: text(40).optional() }),
    answer: page(Member),
  }),
  log: route({
    name: 'command.log-muster',
    method: 'POST',
    path: '/api/command/musters/:number/log',
    summary: 'Write a line of the situation log',
    access: 'muster.call',
    scope: 'area',
    params: ByNumber,
    body: z.object({ text: text(2000, 1) }),
    status: 204,
  }),
  addPost: route({
    name: 'command.add-muster-post',
    method: 'POST',
    path: '/api/command/musters/:number/posts',
    summary: 'Set up a post',
    access: 'muster.call',
    scope: 'area',
    params: ByNumber,
    body: z.object({ name: text(60, 1), wanted: z.number().int().min(1).max(500), place: Place.nullish() }),
    answer: z.object({ id: z.string() }),
    status: 201,
    idempotent: true,
  }),
  beginShift: route({
    name: 'command.begin-shift',
    method: 'POST',
    path: '/api/command/musters/:number/shifts',
    summary: 'Put somebody who has signed in on a post for some hours',
    access: 'muster.call',
    scope: 'area',
    params: ByNumber,
    body: z.object({ postId: Id, responderId: Id, hours: z.number().positive().max(24) }),
    answer: z.object({ id: z.string() }),
    status: 201,
    idempotent: true,
  }),
  relieve: route({
    name: 'command.relieve-shift',
    method: 'POST',
    path: '/api/command/musters/:number/shifts/:id/relief',
    summary: 'Hand a shift over to somebody else; both at once',
    access: 'muster.call',
    scope: 'area',
    params: ById,
    body: z.object({ responderId: Id, hours: z.number().positive().max(24) }),
    answer: z.object({ id: z.string() }),
    status: 201,
    idempotent: true,
  }),
  addNeed: route({
    name: 'command.add-muster-need',
    method: 'POST',
    path: '/api/command/musters/:number/needs',
    summary: 'Say what is needed',
    access: 'muster.call',
    scope: 'area',
    params: ByNumber,
    body: z.object({ what: text(120, 1), amount: text(40).nullish() }),
    answer: z.object({ id: z.string() }),
    status: 201,
    idempotent: true,
  }),
  meetNeed: route({
    name: 'command.meet-muster-need',
    method: 'POST',
    path: '/api/command/musters/:number/needs/:id/met',
    summary: 'Say that a need is met',
    access: 'muster.call',
    scope: 'area',
    params: ById,
    status: 204,
  }),
  beginCount: route({
    name: 'command.begin-safety-count',
    method: 'POST',
    path: '/api/command/musters/:number/counts',
    summary: 'Ask everybody who is there to say that they are safe',
    access: 'muster.call',
    scope: 'area',
    params: ByNumber,
    answer: z.object({ id: z.string() }),
    status: 201,
    idempotent: true,
  }),
  markSafe: route({
    name: 'command.mark-safe',
    method: 'POST',
    path: '/api/command/musters/:number/members/:id/safe',
    summary: 'Say of somebody who cannot say it that they are safe',
    access: 'muster.call',
    scope: 'area',
    params: ById,
    status: 204,
  }),
  myCalls: route({
    name: 'command.my-calls',
    method: 'GET',
    path: '/api/command/my-calls',
    summary: 'Musters that call me, those that go on first',
    access: 'signed-in',
    scope: 'self',
    answer: z.object({
      items: z.array(
        z.object({
          token: z.string(),
          title: z.string(),
          state: z.string(),
          rehearsal: z.boolean(),
          calledAt: z.string(),
          status: z.enum(memberStatuses),
        }),
      ),
    }),
  }),
  readCall: route({
    name: 'command.read-call',
    method: 'GET',
    path: '/api/command/calls/:token',
    summary: 'The call as the person called sees it',
    access: 'public',
    scope: 'secret',
    params: Token,
    answer: Call,
  }),
  answerCall: route({
    name: 'command.answer-call',
    method: 'POST',
    path: '/api/command/calls/:token/answer',
    summary: 'Say that I have received the call, and whether I come',
    access: 'public',
    scope: 'secret',
    params: Token,
    body: z.object({ coming: z.boolean(), reason: text(200).optional() }),
    answer: Call,
    perMinute: 30,
  }),
  signIn: route({
    name: 'command.sign-in-muster',
    method: 'POST',
    path: '/api/command/calls/:token/sign-in',
    summary: 'Sign in at the scene, by the code shown there or by place',
    access: 'public',
    scope: 'secret',
    params: Token,
    body: z.object({
      code: z
        .string()
        .regex(/^\d{6}$/, 'six digits')
        .optional(),
      place: Place.optional(),
      /** When it was, where it is sent later. */
      at: Instant.optional(),
    }),
    answer: Call,
    perMinute: 20,
  }),
  saySafe: route({
    name: 'command.say-safe',
    method: 'POST',
    path: '/api/command/calls/:token/safe',
    summary: 'Say that I am safe',
    access: 'public',
    scope: 'secret',
    params: Token,
    answer: Call,
    perMinute: 30,
  }),
};
