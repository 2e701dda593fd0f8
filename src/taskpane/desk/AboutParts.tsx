/** Colours of the sheets, and what the template is for. */
import { Field, Radio, RadioGroup } from "@fluentui/react-components";
import { PALETTE_IDS, PALETTES } from "../../core/blueprint/palette";
import { SUBJECTS } from "../../core/schema/template";
import { ChoiceField, TextsField } from "./fields";
import type { PartProps } from "./LinesPart";
import { useDeskWords } from "./words";

/** A small picture of a sheet in the palette's colours; the name says the same in words. */
function Swatch({ id }: { readonly id: (typeof PALETTE_IDS)[number] }) {
  const { headFill, inputFill, noteFill, muted } = PALETTES[id];
  return (
    <svg className="swatch" viewBox="0 0 48 20" aria-hidden focusable="false">
      <rect width="48" height="8" fill={headFill} />
      <rect y="8" width="24" height="12" fill={inputFill} />
      <rect x="24" y="8" width="24" height="12" fill={noteFill} />
      <rect x="4" y="13" width="16" height="2" fill={muted} />
      <rect x="28" y="13" width="16" height="2" fill={muted} />
    </svg>
  );
}

export function LookPart({ draft, onDraft }: PartProps) {
  const { desk } = useDeskWords();
  return (
    <Field label={desk("palette")}>
      <RadioGroup
        value={draft.palette ?? "green"}
        onChange={(_, { value }) => onDraft({ ...draft, palette: PALETTE_IDS.find((id) => id === value) ?? "green" })}
      >
        {PALETTE_IDS.map((id) => (
          <Radio
            key={id}
            value={id}
            label={
              <span className="row">
                <Swatch id={id} />
                {desk(`palette.${id}`)}
              </span>
            }
          />
        ))}
      </RadioGroup>
    </Field>
  );
}

export function AboutPart({ draft, onDraft }: PartProps) {
  const { desk } = useDeskWords();
  return (
    <div className="tight">
      <TextsField
        label={desk("jobGroup")}
        path="jobGroup"
        hint={desk("jobGroup.hint")}
        value={draft.jobGroup}
        onChange={(jobGroup) => onDraft({ ...draft, jobGroup })}
      />
      <TextsField
        label={desk("field")}
        path="field"
        value={draft.field}
        onChange={(field) => onDraft({ ...draft, field })}
      />
      <TextsField
        label={desk("audience")}
        path="audience"
        value={draft.audience}
        onChange={(audience) => onDraft({ ...draft, audience })}
      />
      <ChoiceField
        label={desk("subject")}
        path="subject"
        value={draft.subject}
        options={SUBJECTS.map((subject) => [subject, desk(`subject.${subject}`)] as const)}
        onChange={(subject) => onDraft({ ...draft, subject })}
      />
    </div>
  );
}
