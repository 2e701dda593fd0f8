/** Puts the pane into the page and keeps its look in step with Office and the system. */
import { StrictMode, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import type { Commands } from "../commands/types";
import { languageOf } from "../i18n";
import { App } from "./App";
import { currentLook, onLookChange } from "./theme";

interface LivePaneProps {
  readonly commands: Commands;
  readonly displayLanguage: string;
}

function LivePane({ commands, displayLanguage }: LivePaneProps) {
  const [look, setLook] = useState(currentLook);
  useEffect(() => onLookChange(() => setLook(currentLook())), []);
  useEffect(() => {
    // What the browser draws itself, as the arrows of a number, follows Office's theme and not the system's.
    document.documentElement.style.colorScheme = look === "contrast" ? "light dark" : look;
  }, [look]);
  return <App commands={commands} language={languageOf(displayLanguage)} look={look} year={new Date().getFullYear()} />;
}

/** Replaces the static shell inside `element`; `displayLanguage` is a tag such as "en-GB". */
export function mountPane(element: HTMLElement, commands: Commands, displayLanguage: string): void {
  document.documentElement.lang = languageOf(displayLanguage);
  createRoot(element).render(
    <StrictMode>
      <LivePane commands={commands} displayLanguage={displayLanguage} />
    </StrictMode>,
  );
}
