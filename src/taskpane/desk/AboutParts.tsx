/** Colours of the sheets, and what the template is for. */
import { Field, Radio, RadioGroup } from "@fluentui/react-components";
import { PALETTE_IDS, PALETTES, type PaletteId } from "../../core/blueprint/palette";
import type { Texts } from "../../core/schema/fields";
import { SUBJECTS, type Subject } from "../../core/schema/template";
import { ChoiceField, TextsField } from "./fields";
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

interface LookPartProps {
  readonly palette: PaletteId | undefined;
  readonly onPalette: (palette: PaletteId) => void;
}

export function LookPart({ palette = "green", onPalette }: LookPartProps) {
  const { desk } = useDeskWords();
  return (
    <Field label={desk("palette")}>
      <RadioGroup
        value={palette}
        onChange={(_, { value }) => onPalette(PALETTE_IDS.find((id) => id === value) ?? "green")}
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

const ABOUT = ["jobGroup", "field", "audience"] as const;
type About = Readonly<Partial<Record<(typeof ABOUT)[number], Texts>>>;
interface AboutPartProps {
  readonly about: About;
  readonly onAbout: (about: About) => void;
  /** What an empty job group means. */
  readonly hint?: string;
}

export function AboutPart({ about, onAbout, hint }: AboutPartProps) {
  const { desk } = useDeskWords();
  return (
    <div className="tight">
      {ABOUT.map((key) => (
        <TextsField
          key={key}
          label={desk(key)}
          path={key}
          {...(key === "jobGroup" ? { hint: hint ?? desk("jobGroup.hint") } : {})}
          value={about[key]}
          onChange={(texts) => onAbout({ [key]: texts })}
        />
      ))}
    </div>
  );
}

interface SubjectFieldProps {
  readonly subject: Subject;
  readonly onSubject: (subject: Subject) => void;
}

export function SubjectField({ subject, onSubject }: SubjectFieldProps) {
  const { desk } = useDeskWords();
  return (
    <ChoiceField
      label={desk("subject")}
      path="subject"
      value={subject}
      options={SUBJECTS.map((known) => [known, desk(`subject.${known}`)] as const)}
      onChange={onSubject}
    />
  );
}
