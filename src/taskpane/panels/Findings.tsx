/** The findings of the open sheet in groups that open one by one, with what can be done about each; and what was accepted. */
import { Button, Field, Select } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { AcceptRequest, SheetOverview } from "../../commands/types";
import type { Finding, Severity as Level } from "../../core/model/finding";
import { AcceptForm } from "../components/AcceptForm";
import { FindingCard } from "../components/FindingCard";
import type { FindingActions } from "../components/FindingCard";
import { Severity } from "../components/Severity";
import { useWords } from "../hooks/words";

const GROUPINGS = ["rule", "person", "indicator"] as const;
type Grouping = (typeof GROUPINGS)[number];
const LEVELS: readonly Level[] = ["error", "warning", "note"];
/** A list of this many findings is read at a glance: its groups stand open. */
const AT_A_GLANCE = 4;
/** Cards that a group shows at first, and more at each press. */
const PAGE = 20;

interface Group {
  readonly name: string;
  readonly members: readonly Finding[];
}
function grouped(findings: readonly Finding[], name: (finding: Finding) => string): readonly Group[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(name(finding));
    if (group) group.push(finding);
    else groups.set(name(finding), [finding]);
  }
  return [...groups].map(([key, members]) => ({ name: key, members }));
}
const countOf = (findings: readonly Finding[], level: Level): number =>
  findings.filter(({ severity }) => severity === level).length;

/** Says what was looked at, so that silence is known to be an answer. */
function NothingFound({ overview }: { readonly overview: SheetOverview }) {
  const { say } = useWords();
  const { sheet, people, indicators } = overview;
  return (
    <div className="facts">
      <Severity level="good">{say("pane.quiet")}</Severity>
      {people > 0 && <p>{say("pane.quiet.looked", { sheet, people, indicators })}</p>}
    </div>
  );
}

interface GroupListProps extends FindingActions {
  readonly group: Group;
  readonly limits: SheetOverview["limits"];
  readonly startsOpen: boolean;
}

/** A group's head tells how many and how bad; its cards are made when it is opened. */
function GroupList({ group: { name, members }, limits, startsOpen, ...actions }: GroupListProps) {
  const { say } = useWords();
  const [isOpen, setOpen] = useState(startsOpen);
  const [shown, setShown] = useState(PAGE);
  const [accepting, setAccepting] = useState(false);
  const { onAccept } = actions;
  return (
    <section className="tight" aria-label={name}>
      <h2 className="group-head">
        <button type="button" className="group" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <span className="chevron" aria-hidden />
          <span className="group-name">{name}</span>
          <span className="row">
            {LEVELS.filter((level) => countOf(members, level) > 0).map((level) => (
              <Severity key={level} level={level}>
                {countOf(members, level)}
                <span className="offscreen"> {say(`pane.${level}`)}</span>
              </Severity>
            ))}
          </span>
        </button>
      </h2>
      {isOpen && (
        <>
          <ul className="tight">
            {members.slice(0, shown).map((finding) => (
              <FindingCard key={finding.id} finding={finding} limits={limits[finding.rule] ?? []} {...actions} />
            ))}
          </ul>
          <div className="row">
            {members.length > shown && (
              <Button size="small" onClick={() => setShown(shown + PAGE)}>
                {say("pane.findings.more", { count: Math.min(PAGE, members.length - shown) })}
              </Button>
            )}
            {members.length > 1 && (
              <Button
                size="small"
                appearance="subtle"
                aria-expanded={accepting}
                onClick={() => setAccepting(!accepting)}
              >
                {say("pane.accept.all", { count: members.length })}
              </Button>
            )}
          </div>
          {accepting && (
            <AcceptForm
              count={members.length}
              disabled={actions.disabled}
              initials={actions.initials}
              onAccept={(request) => onAccept(members, request)}
            />
          )}
        </>
      )}
    </section>
  );
}

/** What was accepted, by whom and why; folded away, for it is settled. */
function Accepted({ overview, disabled, onGoTo, onWithdraw }: FindingsProps) {
  const { say, tell, cell, day } = useWords();
  const [isOpen, setOpen] = useState(false);
  const { accepted, log } = overview;
  if (accepted.length === 0 && (log?.unreadable ?? 0) === 0) return null;
  return (
    <section className="tight" aria-label={say("pane.accepted")}>
      <h2 className="group-head">
        <button type="button" className="group" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <span className="chevron" aria-hidden />
          <span className="group-name">{say("pane.accepted")}</span>
          <Severity level="good">{accepted.length}</Severity>
        </button>
      </h2>
      {log !== null && log.unreadable > 0 && (
        <p className="quiet">{say("pane.accepted.unreadable", { sheet: log.sheet, count: log.unreadable })}</p>
      )}
      {isOpen && (
        <ul className="tight">
          {accepted.map((finding) => (
            <li key={finding.id} className="card tight">
              <p>{tell(finding.message)}</p>
              <p className="quiet">
                {say("pane.accepted.why", {
                  reason: finding.acceptance?.reason ?? "",
                  initials: finding.acceptance?.initials ?? "",
                  date: day(finding.acceptance?.date ?? ""),
                })}
              </p>
              <div className="row">
                <Button
                  size="small"
                  aria-label={say("pane.goTo.of", { cell: cell(finding.location) })}
                  onClick={() => onGoTo(finding.location)}
                >
                  {say("pane.goTo")}
                </Button>
                <Button size="small" disabledFocusable={disabled} onClick={() => onWithdraw(finding)}>
                  {say("pane.accepted.withdraw")}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface FindingsProps extends Omit<FindingActions, "initials" | "onAccept"> {
  readonly overview: SheetOverview;
  readonly onAccept: (findings: readonly Finding[], request: AcceptRequest) => void;
  readonly onWithdraw: (finding: Finding) => void;
  readonly onRecheck: () => void;
}

export function Findings(props: FindingsProps) {
  const { overview, disabled, onGoTo, onFix, onAccept, onRecheck } = props;
  const { findings, limits } = overview;
  const { say, tell } = useWords();
  const [grouping, setGrouping] = useState<Grouping>("rule");
  const [level, setLevel] = useState<Level | "all">("all");
  const [initials, setInitials] = useState("");
  const groups = useMemo(() => {
    const shown = findings.filter(({ severity }) => level === "all" || severity === level);
    return grouped(shown, (finding) =>
      grouping === "rule"
        ? tell({ key: `checks.${finding.rule}.title` })
        : (finding[grouping] ?? say("pane.findings.other")),
    );
  }, [findings, grouping, level, say, tell]);
  const accept = (chosen: readonly Finding[], request: AcceptRequest): void => {
    setInitials(request.initials);
    onAccept(chosen, request);
  };
  // A choice of one is none, and a level without findings would show nothing.
  const levels = LEVELS.filter((known) => known === level || countOf(findings, known) > 0);
  return (
    <div className="stack">
      {findings.length === 0 && <NothingFound overview={overview} />}
      {findings.length > 0 && (
        <div className="stack">
          {levels.length > 1 && (
            <div role="group" aria-label={say("pane.findings.show")} className="levels">
              {(["all", ...levels] as const).map((known) => (
                <button
                  key={known}
                  type="button"
                  className="level"
                  aria-pressed={level === known}
                  onClick={() => setLevel(known)}
                >
                  {known === "all" ? (
                    <span>{say("pane.findings.all", { count: findings.length })}</span>
                  ) : (
                    <Severity level={known}>
                      {say(`pane.severity.${known}`, { count: countOf(findings, known) })}
                    </Severity>
                  )}
                </button>
              ))}
            </div>
          )}
          <Field label={say("pane.findings.group")}>
            <Select
              value={grouping}
              onChange={(_, { value }) => setGrouping(GROUPINGS.find((known) => known === value) ?? "rule")}
            >
              {GROUPINGS.map((known) => (
                <option key={known} value={known}>
                  {say(`pane.findings.group.${known}`)}
                </option>
              ))}
            </Select>
          </Field>
        </div>
      )}
      {findings.length > 0 && groups.length === 0 && <p>{say("pane.findings.noneOfKind")}</p>}
      {groups.map((group) => (
        <GroupList
          key={`${grouping} ${group.name}`}
          group={group}
          limits={limits}
          startsOpen={findings.length <= AT_A_GLANCE}
          {...{ disabled, onGoTo, onFix, initials }}
          onAccept={accept}
        />
      ))}
      <Accepted {...props} />
      <Button className="start" disabledFocusable={disabled} onClick={onRecheck}>
        {say("pane.findings.recheck")}
      </Button>
    </div>
  );
}
