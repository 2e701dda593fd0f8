/** Closing the period: what happens to the results, the dates that follow, and what becomes of the targets. */
import { Button, Field, Input, Radio, RadioGroup } from "@fluentui/react-components";
import { useState } from "react";
import type { NextPeriodDraft, NextPeriodRequest } from "../../commands/types";
import { useWords } from "../hooks/words";

type Targets = NextPeriodRequest["targets"]["kind"];

interface NextPeriodProps {
  readonly draft: NextPeriodDraft;
  readonly disabled: boolean;
  readonly onStart: (request: NextPeriodRequest) => void;
}

export function NextPeriod({ draft, disabled, onStart }: NextPeriodProps) {
  const { say } = useWords();
  const [from, setFrom] = useState(draft.from);
  const [to, setTo] = useState(draft.to);
  const [targets, setTargets] = useState<Targets>("carry");
  const [percent, setPercent] = useState("5");
  const share = Number(percent);
  const datesGood = from > draft.closedTo && from <= to;
  const shareGood = targets !== "raise" || (percent.trim() !== "" && Number.isFinite(share));
  const { people, closedFrom, closedTo, withoutTotal } = draft;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (disabled || !datesGood || !shareGood) return;
        onStart({ from, to, targets: targets === "raise" ? { kind: targets, percent: share } : { kind: targets } });
      }}
    >
      <div className="tight">
        <h2>{draft.title}</h2>
        <p>{say("pane.nextPeriod.closes", { from: closedFrom, to: closedTo, people })}</p>
        {withoutTotal > 0 && <p>{say("pane.nextPeriod.withoutTotal", { count: withoutTotal, people })}</p>}
        <p className="quiet">
          {draft.sheets.length === 0
            ? say("pane.nextPeriod.keeps")
            : say("pane.nextPeriod.empties", { sheets: draft.sheets.join(" · ") })}
        </p>
      </div>
      <div className="pair">
        <Field label={say("pane.new.from")}>
          <Input type="date" value={from} onChange={(_, { value }) => setFrom(value)} />
        </Field>
        <Field label={say("pane.new.to")}>
          <Input type="date" value={to} onChange={(_, { value }) => setTo(value)} />
        </Field>
      </div>
      {!datesGood && <p role="alert">{say("commands.nextPeriod.dates")}</p>}
      {draft.targets.length > 0 && (
        <Field label={say("pane.nextPeriod.targets")}>
          <RadioGroup
            value={targets}
            onChange={(_, { value }) => setTargets(draft.targets.find((choice) => choice === value) ?? "carry")}
          >
            {draft.targets.map((choice) => (
              <Radio key={choice} value={choice} label={say(`pane.nextPeriod.${choice}`)} />
            ))}
          </RadioGroup>
        </Field>
      )}
      {targets === "raise" && (
        <Field label={say("pane.nextPeriod.percent")}>
          <Input type="number" value={percent} onChange={(_, { value }) => setPercent(value)} />
        </Field>
      )}
      <Button type="submit" appearance="primary" disabledFocusable={disabled || !datesGood || !shareGood}>
        {say("pane.nextPeriod.start")}
      </Button>
    </form>
  );
}
