/** Adds a second plan for another job group to the scorecard that is open, with its own entry sheet. */
import { buildAddPlan, formOf, takesOneNumber } from "../core/blueprint/addPlan";
import { kindsOf } from "../core/blueprint/context";
import { templateIn } from "../core/blueprint/joinedTexts";
import { roomForTwo } from "../core/blueprint/roomForTwo";
import type { BuildResult } from "../core/blueprint/scorecard";
import { standingScorecard } from "../core/blueprint/standing";
import type { Blueprint } from "../core/blueprint/types";
import { hasSecond } from "../core/formulas/registerFormulas";
import type { Message } from "../core/model/message";
import { namedValue } from "../core/recognise/layout";
import type { Snapshot } from "../core/recognise/snapshot";
import { parseMetadata } from "../core/schema/metadata";
import { protectedIn, withoutProtection } from "../excel/protection";
import { runBatch } from "../excel/runBatch";
import { removeBlueprint } from "../excel/removeBlueprint";
import { writeBlueprint } from "../excel/writeBlueprint";
import { crowdProblem } from "./formCrowd";
import { instanceOnSheet, type OpenInstance } from "./instanceOnSheet";
import { everyTable } from "./openPeople";
import { problemNamed, stopped, succeeded } from "./outcomes";
import { anyTemplate, fittedTemplate, rememberMade, templateBehind, type ChosenTemplate } from "./ownTemplates";
import { readSheet, type Reading } from "./readSheet";
import type { Session } from "./session";
import { sheetText } from "./sheetWords";
import type { Commands, Outcome, RunOptions } from "./types";
import { writeOptions } from "./writeOptions";

type Request = Parameters<Commands["addPlan"]>[0];

/** With whether its lines could have had two numbers a result, and have one. */
type Built =
  Extract<BuildResult, { ok: false }> | (Extract<BuildResult, { ok: true }> & { readonly hasOneNumber: boolean });

async function build(request: Request, reading: Reading): Promise<Built> {
  const open = instanceOnSheet(reading);
  const firstTemplate = open === null ? null : await templateBehind(open.stored);
  if (open === null || firstTemplate === null) return { ok: false, problem: problemNamed("plan.none") };
  const found = await chosenTemplate(request);
  if (!found.ok) return found;
  const { chosen } = found;
  const crowd = crowdProblem(formOf(open.stored), request.people);
  if (crowd !== null) return { ok: false, problem: crowd };
  const { snapshot } = reading;
  const built = buildAddPlan({
    template: templateIn(open.language, chosen.template),
    firstTemplate: templateIn(open.language, firstTemplate),
    people: request.people,
    jobGroup: request.jobGroup,
    text: sheetText(open.language),
    from: dayOf(snapshot, open.stored.instance, "From"),
    to: dayOf(snapshot, open.stored.instance, "To"),
    instance: open.stored,
    metadata: open.metadata,
    takenSheets: reading.sheetNames,
    standing: standingScorecard(snapshot, open.stored),
  });
  if (!built.ok) return built;
  const made = open.language === "both" ? roomForTwo(built.blueprint) : built.blueprint;
  return {
    ...built,
    blueprint: chosen.own === null ? made : remembering(made, chosen.own, open),
    hasOneNumber: takesOneNumber(open.stored, firstTemplate) && hasSecond(kindsOf(chosen.template.lines)),
  };
}

async function chosenTemplate({ templateId, fit }: Request): ReturnType<typeof fittedTemplate> {
  if (fit !== undefined) return fittedTemplate(templateId, fit);
  const chosen = await anyTemplate(templateId);
  return chosen === null
    ? { ok: false, problem: problemNamed("build.noTemplate", { id: templateId }) }
    : { ok: true, chosen };
}

/** A copy of a template of one's own stays with the plan, so that its language can be changed later. */
function remembering(blueprint: Blueprint, own: NonNullable<ChosenTemplate["own"]>, open: OpenInstance): Blueprint {
  const parsed = parseMetadata(blueprint.metadata ?? "");
  const grown = parsed.ok ? parsed.metadata.instances.find(({ instance }) => instance === open.stored.instance) : null;
  const plan = Object.keys(grown?.entries ?? {}).find((key) => open.stored.entries[key] === undefined) ?? null;
  return { ...blueprint, templates: rememberMade(own.xml, own.content, open.stored.instance, open.metadata, plan) };
}

/** A date of Settings; NaN, which the builder refuses with a word about the period, when it holds none. */
function dayOf(snapshot: Snapshot, instance: number, name: "From" | "To"): number {
  const value = namedValue(snapshot, `eh_${String(instance)}_${name}`);
  return typeof value === "number" ? value : Number.NaN;
}

export async function addPlan(
  session: Session,
  request: Request,
  options: RunOptions = {},
): Promise<Outcome<{ readonly entrySheet: string }>> {
  const read = await runBatch((context) => readSheet(context, session, {}, 2, { alsoRead: everyTable }), false);
  if (!read.ok) return stopped(read.problem);
  const built = await build(request, read.value);
  if (!built.ok) return stopped(built.problem);
  const shut = protectedIn(read.value.snapshot);
  const written = await withoutProtection(shut, () => writeBlueprint(built.blueprint, writeOptions(options)));
  if (!written.ok) return stopped(written.problem);
  const params = { jobGroup: request.jobGroup.trim(), entry: built.entrySheet };
  const undo = session.rememberUndo({ key: "commands.plan.undo", params }, () =>
    withoutProtection(shut, () => removeBlueprint(written.value)),
  );
  const did: readonly Message[] = [
    { key: "commands.plan.did", params },
    ...(built.hasOneNumber ? [{ key: "commands.plan.oneNumber" }] : []),
  ];
  return succeeded({ entrySheet: built.entrySheet }, did, undo);
}
