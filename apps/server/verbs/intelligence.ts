import { resolve } from 'node:path';
import {
  CannotRead,
  evaluateOnFile,
  findGroups,
  findTopics,
  learnFromFiles,
  loadModel,
  type Message,
  readMessages,
  saveModel,
} from '@gongzhi/intelligence/text';
import { Misused, type Verb, type VerbContext } from '../verb.ts';

/** The words of a file that cannot be used, for the person; exit code 2 as for everything mistyped. */
async function plainly(work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CannotRead) throw new Misused(error.message);
    throw error;
  }
}

function wanted(options: VerbContext['options'], name: string): string {
  const value = options[name];
  if (typeof value !== 'string' || value === '') throw new Misused(`--${name} is needed`);
  return value;
}

const percent = (share: number | null) => (share === null ? '–' : `${(share * 100).toFixed(1)} %`);

export const intelligenceTrain: Verb = {
  name: 'intelligence train',
  summary: 'learn a model from labelled messages',
  alone: true,
  options: [
    ['--from <file...>', 'JSONL or CSV with title and text, or tokens, and a label'],
    ['--model <dir>', 'folder for the model'],
    ['--label <field>', 'name of the field with the label', 'label'],
    ['--unsure <share>', 'share of messages to be left to a person', '0.1'],
    ['--seed <number>', 'another seed gives another order of learning', '1'],
  ],
  run: ({ options, cwd, out }) =>
    plainly(async () => {
      const from = [options.from ?? []].flat().map((file) => resolve(cwd, String(file)));
      if (from.length === 0) throw new Misused('--from is needed: a file with labelled messages');
      const folder = resolve(cwd, wanted(options, 'model'));
      const unsure = Number(options.unsure);
      if (!(unsure >= 0 && unsure < 1)) throw new Misused('--unsure must be a share from 0 to below 1, such as 0.1');
      const seed = Number(options.seed);
      if (!Number.isInteger(seed) || seed < 0) throw new Misused('--seed must be a whole number');
      const started = performance.now();
      const model = await learnFromFiles(from, {
        labelField: String(options.label),
        unsure,
        seed,
        onProgress: (what, done, total) => out.progress(what, done, total || null),
      });
      await saveModel(model, folder);
      const { card } = model;
      const seconds = Math.round((performance.now() - started) / 100) / 10;
      if (options.json) out.json({ ...card, model: folder, seconds });
      else {
        out.line(`${card.rows} messages, ${card.labels.length} labels, ${card.features} features, ${seconds} s; written to ${folder}`);
        out.line(
          `Held back in turn: accuracy ${percent(card.measures?.accuracy ?? null)}, macro F1 ${percent(card.measures?.macroF1 ?? null)}, calibration error ${percent(card.measures?.ece ?? null)}`,
        );
      }
      return 0;
    }),
};

export const intelligenceEvaluate: Verb = {
  name: 'intelligence evaluate',
  summary: 'measure a model on labelled messages that it has not learned from',
  alone: true,
  options: [
    ['--model <dir>', 'folder of the model'],
    ['--on <file>', 'JSONL or CSV with title and text, or tokens, and a label'],
    ['--label <field>', 'name of the field with the label', 'label'],
  ],
  run: ({ options, cwd, out }) =>
    plainly(async () => {
      const model = await loadModel(resolve(cwd, wanted(options, 'model')));
      const found = await evaluateOnFile(model, resolve(cwd, wanted(options, 'on')), String(options.label));
      if (options.json) out.json(found);
      else {
        out.line(
          `${found.rows} messages: accuracy ${percent(found.accuracy)}, macro F1 ${percent(found.macroF1)}, calibration error ${percent(found.ece)}`,
        );
        out.line(
          `Answered ${percent(found.coverage)}, of these right ${percent(found.answeredAccuracy)}; ${found.millisecondsEach.toFixed(2)} ms each`,
        );
        for (const [label, one] of Object.entries(found.labels))
          out.line(
            `  ${label}: precision ${percent(one.precision)}, recall ${percent(one.recall)}, F1 ${percent(one.f1)}, ${one.rows} messages`,
          );
        if (found.unknownLabels.length > 0) out.line(`The model does not know: ${found.unknownLabels.join(', ')}`);
      }
      return 0;
    }),
};

async function allOf(path: string): Promise<Message[]> {
  const messages: Message[] = [];
  for await (const message of readMessages(path)) messages.push(message);
  if (messages.length === 0) throw new CannotRead(`${path} holds no message`);
  return messages;
}

export const intelligenceDuplicates: Verb = {
  name: 'intelligence duplicates',
  summary: 'propose groups of messages that tell of the same matter',
  alone: true,
  options: [
    ['--on <file>', 'JSONL or CSV with id, title, text, time'],
    ['--threshold <score>', 'pairs from this score on count, 0 to 1', '0.55'],
  ],
  run: ({ options, cwd, out }) =>
    plainly(async () => {
      const messages = await allOf(resolve(cwd, wanted(options, 'on')));
      const threshold = Number(options.threshold);
      if (!(threshold > 0 && threshold < 1)) throw new Misused('--threshold must lie between 0 and 1');
      const groups = findGroups(messages, { threshold });
      const inGroups = groups.reduce((sum, { ids }) => sum + ids.length, 0);
      if (options.json) out.json({ messages: messages.length, inGroups, groups });
      else {
        out.line(`${messages.length} messages, ${groups.length} groups with ${inGroups} of them`);
        for (const { ids, score, reasons } of groups) out.line(`${score.toFixed(2)}  ${ids.join(' ')}  ${reasons.join('；')}`);
      }
      return 0;
    }),
};

export const intelligenceTopics: Verb = {
  name: 'intelligence topics',
  summary: 'group messages by what they are about, and tell what is hot against its own past',
  alone: true,
  options: [
    ['--on <file>', 'JSONL or CSV with id, title, text, time, likes'],
    ['--days <number>', 'length of the latest period, which is judged against the periods before it', '30'],
    ['--least <number>', 'fewer messages make no topic', '3'],
  ],
  run: ({ options, cwd, out }) =>
    plainly(async () => {
      const messages = await allOf(resolve(cwd, wanted(options, 'on')));
      const whole = (name: string) => {
        const value = Number(options[name]);
        if (!Number.isInteger(value) || value < 1) throw new Misused(`--${name} must be a whole number from 1`);
        return value;
      };
      const topics = findTopics(messages, { days: whole('days'), least: whole('least') });
      if (options.json) out.json({ messages: messages.length, topics });
      else
        for (const { label, count, likes, place, now } of topics)
          out.line(`${now.hot ? '*' : ' '} ${count}  ${label}${place ? `  ${place.name}` : ''}  +${likes}  ${now.count} (${now.expected})`);
      return 0;
    }),
};
