/** Answers about roles on a sheet of the user: taken from a list or from the cells selected, tried, and remembered in the workbook. */
import { answersFor, withAnswer, withBlock, type RoleAnswer, type SheetAnswers } from "../core/recognise/answers";
import type { BlockChoice } from "../core/recognise/blockChoice";
import { answersAt, isTaken } from "../core/recognise/questions";
import type { Snapshot, SnapshotSheet } from "../core/recognise/snapshot";
import { METADATA_VERSION, metadataXml, parseMetadata, type WorkbookMetadata } from "../core/schema/metadata";
import { metadataPart, storePart } from "../excel/metadataStore";
import { loadSelection, selectionOf } from "../excel/navigation";
import { failed, runBatch, type Done } from "../excel/runBatch";
import { problemNamed, stopped, succeeded } from "./outcomes";
import { readSheet, type Reading } from "./readSheet";
import type { Session } from "./session";
import type { Outcome, Question } from "./types";

const openSheet = ({ sheets, activeSheet }: Snapshot): SnapshotSheet | undefined =>
  sheets.find(({ name }) => name === activeSheet);

/** What is stored, or what a workbook without anything stored begins with; null: stored by a newer Evenhand. */
function storedIn({ metadata }: Snapshot): WorkbookMetadata | null {
  const parsed = metadata === null ? null : parseMetadata(metadata);
  if (parsed?.ok === true) return parsed.metadata;
  return parsed?.reason === "too-new" ? null : { version: METADATA_VERSION, instances: [] };
}

/** Puts our part's text into the workbook; null takes the part away. */
function store(session: Session, xml: string | null): Promise<Done<unknown>> {
  // Read again as a whole: what was said changes how all of it is read.
  session.lastRead = null;
  return runBatch(async (context) => {
    const part = metadataPart(context).load("id");
    await context.sync();
    storePart(context, part, xml);
    await context.sync();
  });
}

/** The text for these answers; null where nothing else is remembered either. */
function textFor({ answers: _, ...stored }: WorkbookMetadata, answers: readonly SheetAnswers[]): string | null {
  if (answers.length === 0 && stored.instances.length === 0) return null;
  return metadataXml(answers.length === 0 ? stored : { ...stored, answers });
}

interface Tried {
  readonly before: string | null;
  readonly after: string | null;
}

/** What the workbook would hold with the answers; in words where they cannot be. */
function tried(reading: Reading, answers: readonly RoleAnswer[], role: Question["role"]): Done<Tried> {
  const { snapshot, assessAgain } = reading;
  const sheet = openSheet(snapshot);
  const stored = storedIn(snapshot);
  if (sheet === undefined) return failed(problemNamed("ask.outside"));
  if (stored === null) return failed(problemNamed("ask.newer"));
  const all = withAnswer(stored.answers ?? [], { id: sheet.id ?? "", name: sheet.name }, answers);
  const assessment = assessAgain(answersFor(all, sheet));
  if (!isTaken(sheet, assessment.blocks, answers)) return failed(problemNamed("ask.impossible", { role }));
  return { ok: true, value: { before: snapshot.metadata, after: textFor(stored, all) } };
}

/** @param choice an answer of the question's list, or the cells that are selected now */
export async function answerQuestion(
  session: Session,
  question: Question,
  choice: RoleAnswer | "selection",
): Promise<Outcome<null>> {
  const read = await runBatch(async (context) => {
    const selection = choice === "selection" ? loadSelection(context) : null;
    const reading = await readSheet(context, session);
    return { reading, selected: selection === null ? null : selectionOf(selection) };
  }, false);
  if (!read.ok) return stopped(read.problem);
  const { reading, selected } = read.value;
  const sheet = openSheet(reading.snapshot);
  if (sheet === undefined) return stopped(problemNamed("ask.outside"));
  if (choice === "selection" && selected === null) return stopped(problemNamed("ask.outside"));
  const answers =
    choice === "selection"
      ? selected === null
        ? null
        : answersAt(sheet, reading.assessment.blocks, question, selected.rect)
      : [choice];
  if (answers === null) return stopped(problemNamed("ask.outside"));
  const made = tried(reading, answers, question.role);
  if (!made.ok) return stopped(made.problem);
  const stored = await store(session, made.value.after);
  if (!stored.ok) return stopped(stored.problem);
  const undo = session.rememberUndo({ key: "commands.ask.undo" }, () => store(session, made.value.before));
  return succeeded(null, [{ key: "commands.ask.did" }], undo);
}

/** From now on one block of the open sheet is scored, or all of them (null); remembered as answers are. */
export async function chooseBlock(session: Session, choice: BlockChoice | null): Promise<Outcome<null>> {
  const read = await runBatch((context) => readSheet(context, session), false);
  if (!read.ok) return stopped(read.problem);
  const { snapshot, assessment } = read.value;
  const [sheet, known] = [openSheet(snapshot), storedIn(snapshot)];
  const isThere = (own: BlockChoice): boolean =>
    assessment.options.some(({ choice: one }) => one.print === own.print && one.nth === own.nth);
  if (sheet === undefined || (choice !== null && !isThere(choice))) return stopped(problemNamed("ask.noBlock"));
  if (known === null) return stopped(problemNamed("ask.newer"));
  const all = withBlock(known.answers ?? [], { id: sheet.id ?? "", name: sheet.name }, choice);
  const stored = await store(session, textFor(known, all));
  if (!stored.ok) return stopped(stored.problem);
  const undo = session.rememberUndo({ key: "commands.ask.undo" }, () => store(session, snapshot.metadata));
  return succeeded(null, [{ key: choice === null ? "commands.ask.allBlocks" : "commands.ask.oneBlock" }], undo);
}

/** Forgets what was answered about the open sheet, so that it is asked again. */
export async function forgetAnswers(session: Session): Promise<Outcome<null>> {
  const read = await runBatch((context) => readSheet(context, session), false);
  if (!read.ok) return stopped(read.problem);
  const { snapshot } = read.value;
  const [sheet, known] = [openSheet(snapshot), storedIn(snapshot)];
  if (sheet === undefined || known?.answers === undefined) return stopped(problemNamed("ask.none"));
  const left = known.answers.filter(({ id, name }) => id !== sheet.id && name !== sheet.name);
  const stored = await store(session, textFor(known, left));
  if (!stored.ok) return stopped(stored.problem);
  const undo = session.rememberUndo({ key: "commands.ask.undo" }, () => store(session, snapshot.metadata));
  return succeeded(null, [{ key: "commands.ask.forgot" }], undo);
}
