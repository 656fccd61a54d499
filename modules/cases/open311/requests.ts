import { type Actor, system } from '@gongzhi/contract/actor';
import type { MatterSummary } from '@gongzhi/contract/matters';
import { Refusal } from '@gongzhi/platform/problems';
import type { CasesCore } from '../cases.ts';
import { caseTable } from '../kind.ts';
import type { CaseDetails } from '../rules/case-details.ts';
import { Fault, missing, wrong } from './faults.ts';
import { instantOf, listOf, numberOf, type Parameters, required, textOf } from './parameters.ts';
import type { Item } from './render.ts';

const day = 86_400_000;
const most = 1000;

/** Every confidential case stays out, and of a category that never goes on the wall only the kind of trouble is told. */
async function present(core: CasesCore, matters: MatterSummary[]): Promise<Item[]> {
  const [texts, categories] = [await core.matters.texts(matters.map((matter) => matter.number)), await core.organisations.categories()];
  return matters.flatMap((matter) => {
    const text = texts.get(matter.number);
    if (!text || text.confidential) return [];
    const details = text.details as Partial<CaseDetails>;
    const rule = matter.category ? categories.get(matter.category)?.wall : undefined;
    const told = rule?.publish !== 'never' && rule?.redact !== 'title-only';
    return [
      {
        service_request_id: matter.number,
        status: matter.closedAt ? 'closed' : 'open',
        status_notes: matter.closedAt
          ? core.redact(details.reply ?? details.result ?? caseTable.states[matter.state as keyof typeof caseTable.states].zh)
          : caseTable.states[matter.state as keyof typeof caseTable.states].zh,
        service_name: matter.categoryName ?? '',
        service_code: matter.category ?? '',
        description: told ? core.redact(text.body) : (matter.categoryName ?? ''),
        agency_responsible: matter.lead?.name ?? '',
        service_notice: '',
        requested_datetime: stamp(matter.openedAt),
        updated_datetime: stamp(text.updatedAt.toISOString()),
        expected_datetime: matter.dueAt ? stamp(matter.dueAt) : '',
        address: told && matter.address ? core.redact(matter.address) : matter.areaName,
        address_id: matter.areaCode,
        zipcode: '',
        lat: matter.location?.latitude ?? '',
        long: matter.location?.longitude ?? '',
        media_url: '',
      },
    ];
  });
}

/** W3C date and time with offset and without fractions. */
const stamp = (iso: string) => iso.replace(/\.\d+Z$/, 'Z');

/**
 * `GET requests`: a list of ids overrides everything else; otherwise by service, status and time of opening, at most 90 days wide,
 * and by default the last 90 days or 1,000 requests, whichever is less.
 */
export async function listRequests(core: CasesCore, parameters: Parameters): Promise<Item[]> {
  const ids = listOf(parameters, 'service_request_id');
  if (ids) return present(core, await find(core, { numbers: ids.filter((id) => /^[A-Z]{1,4}\d{6,20}$/.test(id)).slice(0, 200) }));
  const start = instantOf(parameters, 'start_date');
  const end = instantOf(parameters, 'end_date');
  const to = end ?? (start ? new Date(Math.min(start.getTime() + 90 * day, Date.now() + day)) : new Date(Date.now() + day));
  const from = start ?? new Date(to.getTime() - 90 * day - (end ? 0 : day));
  if (from > to) throw wrong('start_date', 'a moment before end_date');
  if (start && end && to.getTime() - from.getTime() > 90 * day) throw wrong('end_date', 'at most 90 days after start_date');
  const status = listOf(parameters, 'status');
  if (status?.some((item) => item !== 'open' && item !== 'closed')) throw wrong('status', 'open, closed');
  const codes = listOf(parameters, 'service_code');
  if (codes) {
    const categories = await core.organisations.categories();
    for (const code of codes) if (!categories.get(code)) throw new Fault(404, `service_code ${code.slice(0, 40)} was not found`);
  }
  const open = status && new Set(status).size === 1 ? status[0] === 'open' : undefined;
  return present(
    core,
    await find(core, {
      openedFrom: from.toISOString(),
      openedTo: to.toISOString(),
      ...(codes ? { category: codes.slice(0, 50) } : {}),
      ...(open === undefined ? {} : { open }),
    }),
  );
}

async function find(core: CasesCore, filter: Record<string, unknown>): Promise<MatterSummary[]> {
  if (Array.isArray(filter.numbers) && filter.numbers.length === 0) return [];
  return (await core.matters.list(system, { ...filter, kind: 'case', limit: most, sort: '-openedAt' })).items;
}

export async function readRequest(core: CasesCore, id: string): Promise<Item[]> {
  const found = /^[A-Z]{1,4}\d{6,20}$/.test(id) ? await present(core, await find(core, { numbers: [id] })) : [];
  if (found.length === 0) throw new Fault(404, `service_request_id ${id.slice(0, 40)} was not found`);
  return found;
}

/** `POST requests`: ends in the same command as every other channel. Needs a service and a place: lat and long, address_string or address_id. */
export async function postRequest(core: CasesCore, actor: Actor, parameters: Parameters): Promise<Item[]> {
  const code = required(parameters.get('service_code'), 'service_code');
  if (!(await core.organisations.categories()).get(code)?.active) throw new Fault(404, `service_code ${code.slice(0, 40)} was not found`);
  const latitude = numberOf(parameters, 'lat', -90, 90);
  const longitude = numberOf(parameters, 'long', -180, 180);
  if ((latitude === null) !== (longitude === null)) throw missing(latitude === null ? 'lat' : 'long', 'lat and long go together');
  const address = textOf(parameters, 'address_string', 200);
  const addressId = textOf(parameters, 'address_id', 24);
  if (latitude === null && !address && !addressId) throw missing('lat, long, address_string or address_id', 'one way to find the place');
  const areas = await core.territory.directory();
  if (addressId && !areas.get(addressId)) throw wrong('address_id', 'the code of an area');
  const description = textOf(parameters, 'description', 4000);
  const media = textOf(parameters, 'media_url', 400);
  if (media && !/^https?:\/\/[^\s]+$/i.test(media)) throw wrong('media_url', 'an http or https address');
  const [phone, email, device, account] = [
    textOf(parameters, 'phone', 20),
    textOf(parameters, 'email', 200),
    textOf(parameters, 'device_id', 100),
    textOf(parameters, 'account_id', 100),
  ];
  if (phone && !/^\+?\d[\d -]{5,18}\d$/.test(phone)) throw wrong('phone', 'a telephone number');
  if (email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) throw wrong('email', 'a mail address');
  const name = [textOf(parameters, 'last_name', 30), textOf(parameters, 'first_name', 30)].filter(Boolean).join(' ').slice(0, 40);
  const category = (await core.organisations.categories()).name(code);
  // An address without a point cannot tell the grid: such a request goes to the district, whose desk finds the place.
  const root = [...areas.all()].find((area) => area.parent === null)?.code;
  try {
    const opened = await core.open(
      actor,
      {
        body: description ?? category,
        ...(description ? {} : { title: category }),
        category: code,
        ...(latitude !== null && longitude !== null ? { place: { latitude, longitude, system: 'wgs84' as const } } : {}),
        ...(addressId ? { areaCode: addressId } : latitude === null && root ? { areaCode: root } : {}),
        ...(address ? { address } : {}),
        channel: 'open311',
        urgency: 1,
        confidential: false,
        files: [],
        ...(phone || name ? { reporter: { ...(phone ? { phone } : {}), ...(name ? { name } : {}) } } : {}),
      },
      {
        details: {
          source: {
            ...(media ? { media_url: media } : {}),
            ...(device ? { device_id: device } : {}),
            ...(account ? { account_id: account } : {}),
          },
        },
      },
    );
    return [{ service_request_id: opened.number, service_notice: '', account_id: account ?? '' }];
  } catch (error) {
    if (error instanceof Refusal && error.status < 500)
      throw new Fault(
        400,
        (error.options.errors ?? []).map((item) => `${item.field === 'place' ? 'lat, long' : item.field} ${item.reason}`).join('; ') ||
          error.message,
      );
    throw error;
  }
}
