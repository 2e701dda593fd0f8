/** What Evenhand understood of the open sheet, and the next best action. */
import type { ReactNode } from "react";
import { Button, Field, ProgressBar, Select, Switch } from "@fluentui/react-components";
import type { Offer, SheetOverview } from "../../commands/types";
import { STAGES } from "../../core/model/finding";
import type { Severity as Level, Stage } from "../../core/model/finding";
import { Severity } from "../components/Severity";
import { useWords } from "../hooks/words";

export type Action =
  | "next"
  | "rank"
  | "together"
  | "check"
  | "findings"
  | "clear"
  | "removeSample"
  | "addPlan"
  | "nextPeriod"
  | "report"
  | "link"
  | "addRows"
  | "moreItems"
  | "language"
  | "people"
  | "explain"
  | "new"
  | "desk";
const LEVELS: readonly Level[] = ["error", "warning", "note"];

/** Errors first, then the entry that is open, then the ranking. */
export function bestAction(overview: SheetOverview): Action {
  if (overview.findings.some((finding) => finding.severity === "error")) return "findings";
  if (overview.filled < overview.toFill) return "next";
  // One person alone has nobody to be ranked among.
  if (overview.people === 1 && overview.alike.length > 0) return "together";
  return overview.hasRanks ? "rank" : "check";
}

/** What else can be done with this sheet now. */
function otherActions(overview: SheetOverview): readonly Action[] {
  const all: readonly Action[] = [
    ...(overview.filled < overview.toFill ? (["next"] as const) : []),
    ...(overview.hasRanks ? (["rank"] as const) : []),
    ...(overview.alike.length > 0 ? (["together"] as const) : []),
    "check",
    ...(overview.findings.length + overview.accepted.length > 0 ? (["findings"] as const) : []),
    ...(overview.hasMarks ? (["clear"] as const) : []),
  ];
  return all.filter((action) => action !== bestAction(overview));
}

interface ActionGroup {
  readonly title: "people" | "period" | "workbook";
  readonly actions: readonly Action[];
}
const isOfPlan = (offer: Offer): boolean => offer === "link" || offer === "addRows" || offer === "moreItems";
/** What is done once in a while, by what it is about. */
function rareActions({ hasSample, kind, offers }: SheetOverview): readonly ActionGroup[] {
  const isOurs = kind === "generated" || kind === "method";
  const groups: readonly ActionGroup[] = [
    {
      title: "people",
      actions: [
        ...(hasSample ? (["removeSample"] as const) : []),
        ...(isOurs ? (["people"] as const) : []),
        ...(kind === "generated" ? (["addPlan"] as const) : []),
        ...offers.filter(isOfPlan),
      ],
    },
    { title: "period", actions: offers.filter((offer) => !isOfPlan(offer)) },
    { title: "workbook", actions: [...(isOurs ? (["language"] as const) : []), "explain", "new", "desk"] },
  ];
  return groups.filter(({ actions }) => actions.length > 0);
}

function Facts({ overview }: { readonly overview: SheetOverview }) {
  const { say, number } = useWords();
  const levels = LEVELS.map((level) => ({
    level,
    count: overview.findings.filter((finding) => finding.severity === level).length,
  })).filter(({ count }) => count > 0);
  return (
    <ul className="facts">
      <li>
        {overview.kind === "method"
          ? say("pane.new.people.count", { count: overview.people })
          : say("pane.size", { people: overview.people, indicators: overview.indicators })}
      </li>
      {overview.plans.map((plan) => {
        const good = Math.abs(plan.weightSum - plan.expected) < 1e-6;
        const params = { plan: plan.name, sum: number(plan.weightSum), expected: number(plan.expected) };
        return (
          <li key={plan.name}>
            <Severity level={good ? "good" : "error"}>
              {say(good ? "pane.weights.good" : "pane.weights.bad", params)}
            </Severity>
          </li>
        );
      })}
      {overview.toFill > 0 && (
        <li>
          {say("pane.filled", { filled: overview.filled, toFill: overview.toFill })}
          <ProgressBar
            className="fill"
            thickness="large"
            aria-hidden
            value={overview.filled}
            max={overview.toFill}
            color={overview.filled < overview.toFill ? "brand" : "success"}
          />
        </li>
      )}
      <li className="row">
        {levels.length === 0 && <Severity level="good">{say("pane.quiet")}</Severity>}
        {levels.map(({ level, count }) => (
          <Severity key={level} level={level}>
            {say(`pane.severity.${level}`, { count })}
          </Severity>
        ))}
        {overview.accepted.length > 0 && (
          <span className="quiet">{say("pane.accepted.count", { count: overview.accepted.length })}</span>
        )}
      </li>
    </ul>
  );
}

interface OverviewProps {
  readonly overview: SheetOverview;
  readonly disabled: boolean;
  readonly onAction: (action: Action) => void;
  readonly onStage: (stage: Stage) => void;
  readonly onWatch: (on: boolean) => void;
  /** What is to be chosen before anything is done. */
  readonly children?: ReactNode;
}

export function Overview({ overview, disabled, onAction, onStage, onWatch, children }: OverviewProps) {
  const { say, tell, list } = useWords();
  const labelOf = (action: Action): string => {
    if (action === "together") return say("pane.action.together", { count: overview.alike.length + 1 });
    return action === "moreItems" ? say(`pane.action.more.${overview.items ?? "items"}`) : say(`pane.action.${action}`);
  };
  const button = (action: Action, appearance: "primary" | "secondary" | "subtle") => (
    <Button key={action} appearance={appearance} disabledFocusable={disabled} onClick={() => onAction(action)}>
      {labelOf(action)}
    </Button>
  );
  return (
    <section className="stack">
      <div>
        <h2>{overview.title}</h2>
        <p className="quiet">{say("pane.sheet", { sheet: overview.sheet })}</p>
      </div>
      <Facts overview={overview} />
      {overview.reasons.length > 0 && (
        <div className="quiet">
          <h3>{say("pane.assumed")}</h3>
          {overview.reasons.map((reason, index) => (
            <p key={index}>{tell(reason)}</p>
          ))}
        </div>
      )}
      {overview.stage && (
        <Field label={say("pane.stage")}>
          <Select
            value={overview.stage}
            disabled={disabled}
            onChange={(_, { value }) => {
              const stage = STAGES.find((known) => known === value);
              if (stage) onStage(stage);
            }}
          >
            {STAGES.map((stage) => (
              <option key={stage} value={stage}>
                {say(`pane.stage.${stage}`)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {overview.alike.length > 0 && (
        <p className="quiet">{say("pane.together.found", { sheets: list(overview.alike) })}</p>
      )}
      {children}
      <div className="tight">
        {button(bestAction(overview), "primary")}
        <div className="pair">{otherActions(overview).map((action) => button(action, "secondary"))}</div>
      </div>
      {overview.kind === "recognised" && (
        <Field hint={say("pane.watch.hint")}>
          <Switch
            label={say("pane.watch")}
            checked={overview.watched}
            disabled={disabled}
            onChange={(_, { checked }) => onWatch(checked)}
          />
        </Field>
      )}
      {rareActions(overview).map(({ title, actions }) => (
        <div key={title} className="links" role="group" aria-label={say(`pane.group.${title}`)}>
          <h3 aria-hidden>{say(`pane.group.${title}`)}</h3>
          {actions.map((action) => button(action, "subtle"))}
        </div>
      ))}
    </section>
  );
}
