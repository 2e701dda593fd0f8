/** What writing a template has around its parts: name, languages, the parts that open, and keeping it once nothing is wrong. */
import { Button } from "@fluentui/react-components";
import { ChevronDown16Regular, ChevronRight16Regular } from "@fluentui/react-icons";
import { useEffect, useMemo, useState, type ReactNode } from "react";
import type { TemplateFault, Texts } from "../../core/schema/fields";
import type { ContentResult } from "../../core/schema/templateContent";
import { LANGUAGES, type Language } from "../../i18n";
import { ChoiceField, TextsField } from "./fields";
import { DeskContext, fieldId, useDeskWords } from "./words";

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

/** A part of a template: where its fields stand, and which places of the template are among them. */
export interface EditorPart {
  readonly key: string;
  readonly title: string;
  readonly holds: (path: string) => boolean;
  readonly content: ReactNode;
}
export interface EditorProps {
  readonly isChanged: boolean;
  readonly disabled: boolean;
  readonly onSave: () => void;
  readonly onLeave: () => void;
}
interface EditorFrameProps extends EditorProps {
  readonly name: Texts;
  readonly onName: (name: Texts) => void;
  /** The first one is open. */
  readonly parts: readonly EditorPart[];
  readonly result: ContentResult<unknown>;
  /** Told when somebody tried to keep what is not complete. */
  readonly onFaults: (paths: readonly string[]) => void;
}

type Shown = Language | "both";
/** Both languages where the template has texts in both, else the person's. */
const firstShown = (name: Texts, language: Language): Shown =>
  LANGUAGES.every((known) => name[known] !== undefined) ? "both" : language;

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

export function EditorFrame(props: EditorFrameProps) {
  const { name, onName, parts, result, onFaults, isChanged, disabled, onSave, onLeave } = props;
  const { desk, say, language } = useDeskWords();
  const [shown, setShown] = useState<Shown>(() => firstShown(name, language));
  const [opened, setOpened] = useState<readonly string[]>(() => parts.slice(0, 1).map(({ key }) => key));
  const [attempt, setAttempt] = useState(0);
  const faults = useMemo(() => (attempt === 0 || result.ok ? [] : result.faults), [attempt, result]);
  const context = useMemo(() => ({ languages: shown === "both" ? LANGUAGES : [shown], faults }), [shown, faults]);
  useLeadToFault(faults, attempt);
  const keep = (): void => {
    if (result.ok) {
      onSave();
      return;
    }
    const paths = result.faults.map(({ path }) => path);
    const faulty = parts.filter(({ holds }) => paths.some(holds)).map(({ key }) => key);
    setOpened([...new Set([...opened, ...faulty])]);
    onFaults(paths);
    setAttempt(attempt + 1);
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
          <TextsField label={desk("name")} path="name" value={name} onChange={onName} />
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
        {parts.map(({ key, title, content }) => (
          <Disclosure
            key={key}
            title={title}
            isOpen={opened.includes(key)}
            onToggle={() => setOpened(opened.includes(key) ? opened.filter((one) => one !== key) : [...opened, key])}
          >
            {content}
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
