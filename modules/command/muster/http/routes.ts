import { muster as routes } from '@gongzhi/contract/muster';
import { type BoundRoute, bind } from '@gongzhi/platform/http';
import { addNeed, addPost, beginCount, beginShift, logLine, markSafe, relieveShift, sayMet } from '../commands/at-the-scene.ts';
import { callMuster, checkAreas } from '../commands/call-muster.ts';
import { answerCall, saySafe, signIn } from '../commands/sign-in.ts';
import { writeResponders } from '../commands/write-responders.ts';
import type { MusterCore } from '../muster.ts';
import { calledBy } from '../queries/find-muster.ts';
import { listMyCalls, presentCall } from '../queries/read-call.ts';
import { listMembers, listMusters, readMuster } from '../queries/read-muster.ts';
import { countResponders } from '../store/call-people.ts';

/** Binds the routes of contract/muster.ts. */
export function musterRoutes(core: MusterCore): BoundRoute[] {
  return [
    bind(routes.countResponders, async ({ actor, body }) => {
      await checkAreas(core, actor, body.areas);
      return countResponders(core.database, body);
    }),
    bind(routes.writeResponders, ({ actor, body }) => writeResponders(core, actor, body)),
    bind(routes.call, ({ actor, body }) => callMuster(core, actor, body)),
    bind(routes.list, ({ actor, query }) => listMusters(core, actor, query)),
    bind(routes.read, ({ actor, params }) => readMuster(core, actor, params.number)),
    bind(routes.members, ({ actor, params, query }) => listMembers(core, actor, params.number, query)),
    bind(routes.log, ({ actor, params, body }) => logLine(core, actor, params.number, body.text)),
    bind(routes.addPost, ({ actor, params, body }) => addPost(core, actor, params.number, body)),
    bind(routes.beginShift, ({ actor, params, body }) => beginShift(core, actor, params.number, body)),
    bind(routes.relieve, ({ actor, params, body }) => relieveShift(core, actor, params.number, params.id, body)),
    bind(routes.addNeed, ({ actor, params, body }) => addNeed(core, actor, params.number, body)),
    bind(routes.meetNeed, ({ actor, params }) => sayMet(core, actor, params.number, params.id)),
    bind(routes.beginCount, ({ actor, params }) => beginCount(core, actor, params.number)),
    bind(routes.markSafe, ({ actor, params }) => markSafe(core, actor, params.number, params.id)),
    bind(routes.myCalls, ({ actor }) => listMyCalls(core, actor)),
    bind(routes.readCall, async ({ params }) => {
      const { musterId, member } = await calledBy(core, params.token);
      return presentCall(core, musterId, member);
    }),
    bind(routes.answerCall, ({ params, body }) => answerCall(core, params.token, body)),
    bind(routes.signIn, ({ params, body }) => signIn(core, params.token, body)),
    bind(routes.saySafe, ({ params }) => saySafe(core, params.token)),
  ];
}
