/** The findings of the open sheet, grouped and filtered. */
import { Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { SheetOverview } from "../../commands/types";
import type { Finding } from "../../core/model/finding";
import { FindingCard } from "../components/FindingCard";
import type { FindingActions } from "../components/FindingCard";
import { Severity } from "../components/Severity";
import { useWords } from "../hooks/words";

const GROUPINGS = ["rule", "person", "indicator"] as const;
type Grouping = (typeof GROUPINGS)[number];
const LEVELS = ["error", "warning", "note"] as const;

function grouped(findings: readonly Finding[], name: (finding: Finding) => string): ReadonlyMap<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(name(finding));
    if (group) group.push(finding);
    else groups.set(name(finding), [finding]);
  }
  return groups;
}

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

interface FindingsProps extends FindingActions {
  readonly overview: SheetOverview;
}

export function Findings({ overview, ...actions }: FindingsProps) {
  const { findings } = overview;
  const { say, tell } = useWords();
  const [grouping, setGrouping] = useState<Grouping>("rule");
  const [level, setLevel] = useState<string>("all");
  if (findings.length === 0) return <NothingFound overview={overview} />;
  const shown = findings.filter((finding) => level === "all" || finding.severity === level);
  const groups = grouped(shown, (finding) =>
    grouping === "rule"
      ? tell({ key: `checks.${finding.rule}.title` })
      : (finding[grouping] ?? say("pane.findings.other")),
  );
  return (
    <div className="stack">
      <div className="pair">
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
        <Field label={say("pane.findings.show")}>
          <Select value={level} onChange={(_, { value }) => setLevel(value)}>
            <option value="all">{say("pane.findings.show.all")}</option>
            {LEVELS.map((known) => (
              <option key={known} value={known}>
                {say(`pane.${known}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {shown.length === 0 && <p>{say("pane.findings.noneOfKind")}</p>}
      {[...groups].map(([name, members]) => (
        <section key={name} className="tight">
          <h2>{name}</h2>
          <ul className="tight">
            {members.map((finding) => (
              <FindingCard key={finding.id} finding={finding} {...actions} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
