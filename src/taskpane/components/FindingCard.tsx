/** One finding: the sentence, its cell, why, and fixes with a preview before anything changes. */
import { Button, Link } from "@fluentui/react-components";
import { useState } from "react";
import type { AcceptRequest, LimitShown } from "../../commands/types";
import type { Finding, Fix } from "../../core/model/finding";
import type { Location } from "../../core/model/location";
import { useWords } from "../hooks/words";
import { AcceptForm } from "./AcceptForm";
import { FixPreview } from "./FixPreview";
import { Severity } from "./Severity";

export interface FindingActions {
  readonly disabled: boolean;
  readonly onGoTo: (location: Location) => void;
  readonly onFix: (finding: Finding, fix: Fix) => void;
  readonly onAccept: (findings: readonly Finding[], request: AcceptRequest) => void;
  /** Of whoever accepted something before, while the pane is open. */
  readonly initials: string;
}

/** The rule in plain words, the limits it went by, and where they can be changed. */
function Why({
  finding,
  limits,
  onGoTo,
}: {
  readonly finding: Finding;
  readonly limits: readonly LimitShown[];
  readonly onGoTo: FindingActions["onGoTo"];
}) {
  const { say, tell, fine, cell } = useWords();
  return (
    <div className="tight quiet">
      <p>{tell(finding.why)}</p>
      {limits.map(({ meaning, value, cell: at }) => (
        <p key={meaning.key}>
          <span className="block">{say("pane.limit", { limit: tell(meaning), value: fine(value) })}</span>
          {at === null ? (
            say("pane.limit.fixed")
          ) : (
            <Link as="button" onClick={() => onGoTo(at)}>
              {say("pane.limit.change", { cell: cell(at) })}
            </Link>
          )}
        </p>
      ))}
    </div>
  );
}

interface FindingCardProps extends FindingActions {
  readonly finding: Finding;
  readonly limits: readonly LimitShown[];
}

export function FindingCard({ finding, limits, disabled, initials, onGoTo, onFix, onAccept }: FindingCardProps) {
  const { say, tell, cell, day } = useWords();
  // One part at a time: why, a fix's preview by its number, or the form to accept.
  const [part, setPart] = useState<"why" | "accept" | number | null>(null);
  const [locked, setLocked] = useState<ReadonlySet<string>>(new Set());
  const lock = (place: string, isLocked: boolean): void => {
    setLocked(new Set([...locked, place].filter((known) => known !== place || isLocked)));
  };
  const fixes = finding.fixes ?? [];
  const chosen = typeof part === "number" ? fixes[part] : undefined;
  const { acceptance } = finding;
  const toggle = (wanted: typeof part) => ({
    "aria-expanded": part === wanted,
    onClick: () => setPart(part === wanted ? null : wanted),
  });
  return (
    <li className="card tight">
      <div className="row">
        <Severity level={finding.severity}>{say(`pane.${finding.severity}`)}</Severity>
        <span className="quiet">
          {finding.rule} · {cell(finding.location)}
        </span>
      </div>
      <p>{tell(finding.message)}</p>
      <p className="quiet">{tell(finding.next)}</p>
      {acceptance !== undefined && (
        <p className="quiet">
          {say("pane.accepted.expired", {
            reason: acceptance.reason,
            initials: acceptance.initials,
            date: day(acceptance.date),
          })}
        </p>
      )}
      <div className="row">
        <Button
          size="small"
          aria-label={say("pane.goTo.of", { cell: cell(finding.location) })}
          onClick={() => onGoTo(finding.location)}
        >
          {say("pane.goTo")}
        </Button>
        {fixes.map((fix, index) => (
          <Button key={index} size="small" {...toggle(index)}>
            {say("pane.fix.preview", { label: tell(fix.label) })}
          </Button>
        ))}
        <Button size="small" appearance="subtle" {...toggle("why")}>
          {say("pane.why")}
        </Button>
        <Button size="small" appearance="subtle" {...toggle("accept")}>
          {say("pane.accept")}
        </Button>
      </div>
      {part === "why" && <Why finding={finding} limits={limits} onGoTo={onGoTo} />}
      {chosen && (
        <FixPreview
          fix={chosen}
          disabled={disabled}
          locked={locked}
          onLock={lock}
          onApply={(fix) => onFix(finding, fix)}
        />
      )}
      {part === "accept" && (
        <AcceptForm
          count={1}
          disabled={disabled}
          initials={initials}
          onAccept={(request) => onAccept([finding], request)}
        />
      )}
    </li>
  );
}
