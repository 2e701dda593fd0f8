/** One template being written. Nothing is lost on the way: the draft stays where it is until it is kept or discarded. */
import { Button } from "@fluentui/react-components";
import { ChevronDown16Regular, ChevronRight16Regular } from "@fluentui/react-icons";
import { useEffect, useMemo, useState, type ReactNode } from "react";
import type { TemplateFault } from "../../core/schema/fields";
import { contentOfDraft, type TemplateDraft } from "../../core/templates/draft";
import { LANGUAGES, type Language } from "../../i18n";
import { AboutPart, LookPart } from "./AboutParts";
import { ChoiceField, TextsField } from "./fields";
import { LinesPart } from "./LinesPart";
import { ScalePart } from "./ScalePart";
import { DeskContext, fieldId, useDeskWords } from "./words";

const PARTS = ["lines", "scale", "look", "about"] as const;
type Part = (typeof PARTS)[number];
/** Where the field of a place stands. */
const partOf = (path: string): Part | null => {
  if (/^(?:lines|sections)/.test(path)) return "lines";
  if (/^(?:scale|bands|points|gates|items|itemLimits)/.test(path)) return "scale";
  if (path === "palette") return "look";
  return path.startsWith("name") ? null : "about";
};

interface DisclosureProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

function Disclosure({ title, isOpen, onToggle, children }: DisclosureProps) {
  return (
    <section className="tight" aria-label={title}>
      <h2 className="desk-part">
        <Button
          appearance="subtle"
          className="desk-name"
          icon={isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
          aria-expanded={isOpen}
          onClick={onToggle}
        >
          {title}
        </Button>
      </h2>
      {isOpen && children}
    </section>
  );
}

interface TemplateEditorProps {
  readonly draft: TemplateDraft;
  readonly onDraft: (draft: TemplateDraft) => void;
  readonly isChanged: boolean;
  readonly disabled: boolean;
  readonly onSave: () => void;
  readonly onLeave: () => void;
}

type Shown = Language | "both";
/** Both languages where the template has texts in both, else the person's. */
const firstShown = (draft: TemplateDraft, language: Language): Shown =>
  LANGUAGES.every((known) => draft.name[known] !== undefined) ? "both" : language;

/** Opens what holds the first mistake, and leads to it. */
function useLeadToFault(faults: readonly TemplateFault[], attempt: number): void {
  const path = faults[0]?.path ?? "";
  useEffect(() => {
    if (attempt === 0 || path === "") return;
    const field =
      document.getElementById(fieldId(path)) ?? document.getElementById(fieldId(path.replace(/\.(?:en|zh-CN)$/, "")));
    field?.focus();
    // Only a new attempt leads somewhere, not every letter that is typed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [attempt]);
}

export function TemplateEditor({ draft, onDraft, isChanged, disabled, onSave, onLeave }: TemplateEditorProps) {
  const { desk, say, language } = useDeskWords();
  const [shown, setShown] = useState<Shown>(() => firstShown(draft, language));
  const [parts, setParts] = useState<readonly Part[]>(["lines"]);
  const [open, setOpen] = useState<readonly string[]>(() =>
    draft.lines.length === 1 ? draft.lines.map(({ id }) => id) : [],
  );
  const [attempt, setAttempt] = useState(0);
  const result = useMemo(() => contentOfDraft(draft), [draft]);
  const faults = useMemo(() => (attempt === 0 || result.ok ? [] : result.faults), [attempt, result]);
  const context = useMemo(() => ({ languages: shown === "both" ? LANGUAGES : [shown], faults }), [shown, faults]);
  useLeadToFault(faults, attempt);
  const keep = (): void => {
    if (result.ok) {
      onSave();
      return;
    }
    const places = result.faults.map(({ path }) => path);
    setParts([...new Set([...parts, ...places.flatMap((path) => partOf(path) ?? [])])]);
    const lines = places.flatMap((path) => {
      const index = /^lines\[(\d+)\](?!\.weight$)/.exec(path)?.[1];
      return index === undefined ? [] : (draft.lines[Number(index)]?.id ?? []);
    });
    setOpen([...new Set([...open, ...lines])]);
    setAttempt(attempt + 1);
  };
  const part: Readonly<Record<Part, ReactNode>> = {
    lines: <LinesPart draft={draft} onDraft={onDraft} open={open} onOpen={setOpen} />,
    scale: <ScalePart draft={draft} onDraft={onDraft} />,
    look: <LookPart draft={draft} onDraft={onDraft} />,
    about: <AboutPart draft={draft} onDraft={onDraft} />,
  };
  return (
    <DeskContext value={context}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!disabled) keep();
        }}
      >
        <div className="tight">
          <TextsField
            label={desk("name")}
            path="name"
            value={draft.name}
            onChange={(name) => onDraft({ ...draft, name })}
          />
          <ChoiceField
            label={desk("texts")}
            path="texts"
            value={shown}
            options={[
              ["en", say("pane.language.en")],
              ["zh-CN", say("pane.language.zh-CN")],
              ["both", desk("texts.both")],
            ]}
            onChange={setShown}
          />
        </div>
        {PARTS.map((name) => (
          <Disclosure
            key={name}
            title={desk(`part.${name}`)}
            isOpen={parts.includes(name)}
            onToggle={() => setParts(parts.includes(name) ? parts.filter((one) => one !== name) : [...parts, name])}
          >
            {part[name]}
          </Disclosure>
        ))}
        <div className="tight">
          <p role="status" className={faults.length > 0 ? "error" : "quiet"}>
            {faults.length > 0 ? desk("faults", { count: faults.length }) : isChanged ? "" : desk("unchanged")}
          </p>
          <div className="pair">
            <Button type="submit" appearance="primary" disabledFocusable={disabled}>
              {desk("save")}
            </Button>
            <Button onClick={onLeave}>{desk("leave")}</Button>
          </div>
        </div>
      </form>
    </DeskContext>
  );
}
