/** The desk: templates of one's own, where they come from and where they go. */
import { Button } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { Outcome, RunOptions, TemplateSummary } from "../../commands/types";
import type { TemplateDesk as Desk } from "../../commands/deskTypes";
import { METHOD_CARDS } from "../../core/methods/list";
import { isMethodContent, type AnyContent } from "../../core/schema/contentTypes";
import type { Texts } from "../../core/schema/fields";
import { draftOf } from "../../core/templates/draft";
import { isMethodDraft, methodDraftOf, type AnyDraft } from "../../core/templates/methodDraft";
import type { DeskEditing } from "../panels/deskEditing";
import { MethodEditor } from "./MethodEditor";
import { Export, Import } from "./Passing";
import { Blank, Catalogue } from "./Starts";
import { TemplateEditor } from "./TemplateEditor";
import { useDeskWords } from "./words";

type Run = <T>(action: (options: RunOptions) => Promise<Outcome<T>>, kind?: "change" | "look") => Promise<T | null>;
interface TemplateDeskProps {
  readonly load: () => Promise<Desk>;
  readonly catalogue: () => Promise<readonly TemplateSummary[]>;
  readonly run: Run;
  readonly disabled: boolean;
  /** Changes when the workbook may have changed. */
  readonly revision: unknown;
  readonly editing: DeskEditing | null;
  readonly onEditing: (editing: DeskEditing | null) => void;
  readonly onUse: (id: string) => void;
}

interface RowProps {
  readonly content: AnyContent;
  readonly disabled: boolean;
  readonly onAction: (action: "use" | "edit" | "duplicate" | "export" | "delete") => void;
}

function Row({ content, disabled, onAction }: RowProps) {
  const { desk, say, language, nameOf } = { ...useDeskWords(), nameOf: useNameOf() };
  const name = nameOf(content.name);
  const button = (action: Parameters<RowProps["onAction"]>[0]) => (
    <Button
      key={action}
      size="small"
      {...(action === "use" ? { appearance: "primary" as const } : {})}
      disabledFocusable={disabled}
      aria-label={desk("of", { action: desk(action), name })}
      onClick={() => onAction(action)}
    >
      {desk(action)}
    </Button>
  );
  return (
    <li className="card tight">
      <div>
        <h2>{name}</h2>
        <p className="quiet">
          {isMethodContent(content)
            ? [
                METHOD_CARDS[content.workbook].name[language],
                ...(content.items.length === 0 ? [] : [desk("items.count", { count: content.items.length })]),
              ].join(" · ")
            : say("pane.indicators", { count: content.lines.length })}
        </p>
      </div>
      <div className="row">{(["use", "edit", "duplicate", "export", "delete"] as const).map(button)}</div>
    </li>
  );
}

/** A name in the person's language, else in the other. */
function useNameOf(): (name: Texts) => string {
  const { desk, language } = useDeskWords();
  return (name) => name[language] ?? name.en ?? name["zh-CN"] ?? desk("untitled");
}

export function TemplateDesk(props: TemplateDeskProps) {
  const { load } = props;
  const { say } = useDeskWords();
  const [desk, setDesk] = useState<Desk | null>(null);
  useEffect(() => {
    let current = true;
    void load().then((loaded) => {
      if (current) setDesk(loaded);
    });
    return () => {
      current = false;
    };
  }, [load]);
  return desk === null ? <p className="quiet">{say("pane.working")}</p> : <LoadedDesk {...props} desk={desk} />;
}

const anyDraftOf = (content: AnyContent): AnyDraft =>
  isMethodContent(content) ? methodDraftOf(content) : draftOf(content);

const SOURCES = ["blank", "catalogue", "sheet", "import"] as const;

function LoadedDesk(props: TemplateDeskProps & { readonly desk: Desk }) {
  const { desk, run, disabled, revision, editing, onEditing, onUse, catalogue } = props;
  const words = useDeskWords();
  const nameOf = useNameOf();
  const [own, setOwn] = useState<readonly AnyContent[] | null>(null);
  const [isEditing, setIsEditing] = useState(false);
  const [source, setSource] = useState<(typeof SOURCES)[number] | null>(null);
  const [exported, setExported] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    void desk.list().then((listed) => {
      if (current) setOwn(listed.ok ? listed.value : []);
    });
    return () => {
      current = false;
    };
  }, [desk, revision]);
  const isChanged = editing !== null && editing.draft !== editing.kept;
  const edit = (draft: AnyDraft, kept: AnyDraft | null): void => {
    onEditing({ draft, kept });
    setIsEditing(true);
    setSource(null);
  };
  const refresh = async (): Promise<void> => {
    const listed = await desk.list();
    if (listed.ok) setOwn(listed.value);
  };
  if (editing !== null && isEditing) {
    const save = async (): Promise<void> => {
      const content = await run(() => desk.save(editing.draft));
      if (content === null) return;
      onEditing(null);
      setIsEditing(false);
      await refresh();
    };
    const { draft } = editing;
    const props = {
      onDraft: (next: AnyDraft) => onEditing({ ...editing, draft: next }),
      isChanged,
      disabled,
      onSave: () => void save(),
      onLeave: () => {
        setIsEditing(false);
        if (!isChanged) onEditing(null);
      },
    };
    return isMethodDraft(draft) ? (
      <MethodEditor draft={draft} desk={desk} {...props} />
    ) : (
      <TemplateEditor draft={draft} {...props} />
    );
  }
  const start = async (from: (typeof SOURCES)[number]): Promise<void> => {
    if (from === "sheet") {
      const found = await run(() => desk.fromSheet(), "look");
      if (found !== null) edit(found.draft, null);
    } else setSource(source === from ? null : from);
  };
  const act: Readonly<Record<Parameters<RowProps["onAction"]>[0], (content: AnyContent) => void>> = {
    use: ({ id }) => onUse(id),
    edit: (content) => {
      const draft = anyDraftOf(content);
      edit(draft, draft);
    },
    duplicate: (content) => edit({ ...anyDraftOf(content), id: "", name: copied(content.name) }, null),
    export: ({ id }) => setExported(exported === id ? null : id),
    delete: ({ id }) => void run(() => desk.remove(id)).then(refresh),
  };
  const copied = (name: Texts): Texts =>
    Object.fromEntries(
      Object.entries(name).map(([language, said]) => [language, words.desk("copyName", { name: said })]),
    );
  return (
    <div className="stack">
      <p className="quiet">{words.desk("intro")}</p>
      {editing !== null && isChanged && (
        <section className="card tight">
          <p>{words.desk("unsaved", { name: nameOf(editing.draft.name) })}</p>
          <div className="pair">
            <Button appearance="primary" onClick={() => setIsEditing(true)}>
              {words.desk("continue")}
            </Button>
            <Button onClick={() => onEditing(null)}>{words.desk("discard")}</Button>
          </div>
        </section>
      )}
      {own?.length === 0 && <p>{words.desk("none")}</p>}
      <ul className="tight">
        {own?.map((content) => (
          <Row key={content.id} content={content} disabled={disabled} onAction={(action) => act[action](content)} />
        ))}
      </ul>
      {own
        ?.filter(({ id }) => id === exported)
        .map((content) => (
          <Export key={content.id} desk={desk} content={content} onDone={() => setExported(null)} />
        ))}
      {!isChanged && (
        <section className="tight">
          <h2>{words.desk("new")}</h2>
          <div className="pair">
            {SOURCES.map((from) => (
              <Button
                key={from}
                disabledFocusable={disabled}
                {...(from === "sheet" ? {} : { "aria-expanded": source === from })}
                onClick={() => void start(from)}
              >
                {words.desk(from)}
              </Button>
            ))}
          </div>
          {source === "blank" && <Blank onStart={(draft) => edit(draft, null)} />}
          {source === "catalogue" && (
            <Catalogue
              load={catalogue}
              onStart={(id) =>
                void desk.fromCatalogue(id).then((draft) => {
                  if (draft !== null) edit(draft, null);
                })
              }
            />
          )}
          {source === "import" && (
            <Import
              desk={desk}
              disabled={disabled}
              onContent={(content) =>
                void run(() => desk.keep(content)).then(async (kept) => {
                  if (kept !== null) setSource(null);
                  await refresh();
                })
              }
            />
          )}
        </section>
      )}
    </div>
  );
}
