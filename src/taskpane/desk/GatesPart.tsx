/** Gates of a template: their words, what decides them, what they leave; added and removed one by one. */
import { Button } from "@fluentui/react-components";
import { MOST_GATES } from "../../core/schema/contentParts";
import type { ContentGate } from "../../core/schema/contentTypes";
import { changedGate, gateLines, withGate, withoutGate } from "../../core/templates/draft";
import { ChoiceField, NumberField, TextsField } from "./fields";
import type { PartProps } from "./LinesPart";
import { usualBands } from "./usualBands";
import { useDeskWords } from "./words";

/** A value of the list that is no line. */
const ANSWER = "";

interface GateCardProps extends PartProps {
  readonly gate: ContentGate;
  readonly index: number;
}

function GateCard({ draft, onDraft, gate, index }: GateCardProps) {
  const { desk, language } = useDeskWords();
  const path = `gates[${String(index)}]`;
  const bands = draft.bands ?? usualBands(draft);
  const decides = gateLines(draft);
  // A line that was turned round since stays in the list until another one is chosen.
  const lines = draft.lines.filter((line) => decides.includes(line) || line.id === gate.line);
  const nameOf = (id: string): string => {
    const number = draft.lines.findIndex((line) => line.id === id);
    const name = draft.lines[number]?.name;
    const said = name?.[language] ?? name?.en ?? name?.["zh-CN"] ?? "";
    return said.trim() === "" ? desk("line", { number: number + 1 }) : said;
  };
  return (
    <section className="card tight">
      <TextsField
        label={desk("gate", { number: index + 1 })}
        path={`${path}.name`}
        value={gate.name}
        onChange={(name) => onDraft(changedGate(draft, gate.id, { name }))}
      />
      <ChoiceField
        label={desk("gate.by")}
        path={`${path}.line`}
        value={gate.line ?? ANSWER}
        options={[[ANSWER, desk("gate.answer")], ...lines.map(({ id }) => [id, nameOf(id)] as const)]}
        onChange={(line) => onDraft(changedGate(draft, gate.id, { line: line === ANSWER ? undefined : line }))}
      />
      {gate.line !== undefined && (
        <NumberField
          label={desk("gate.below")}
          path={`${path}.below`}
          value={gate.below}
          onChange={(below) => onDraft(changedGate(draft, gate.id, { below }))}
        />
      )}
      <ChoiceField
        label={desk("gate.best")}
        path={`${path}.bestBand`}
        value={String(gate.bestBand)}
        options={bands
          .slice(0, -1)
          .map(({ name }, j) => [String(j + 1), name[language] ?? name.en ?? name["zh-CN"] ?? ""] as const)}
        onChange={(band) => onDraft(changedGate(draft, gate.id, { bestBand: Number(band) }))}
      />
      <Button size="small" className="start" onClick={() => onDraft(withoutGate(draft, gate.id))}>
        {desk("gate.remove", { number: index + 1 })}
      </Button>
    </section>
  );
}

export function GatesPart({ draft, onDraft }: PartProps) {
  const { desk } = useDeskWords();
  const gates = draft.gates ?? [];
  return (
    <fieldset className="tight">
      <legend>{desk("gates")}</legend>
      {gates.length === 0 && <p className="quiet">{desk("gates.what")}</p>}
      {gates.map((gate, index) => (
        <GateCard key={gate.id} draft={draft} onDraft={onDraft} gate={gate} index={index} />
      ))}
      {gates.length < MOST_GATES && (
        <Button size="small" className="start" onClick={() => onDraft(withGate(draft))}>
          {desk("gate.add")}
        </Button>
      )}
    </fieldset>
  );
}
