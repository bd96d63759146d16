"use client";

import { useEffect, useState } from "react";
import { filled, paragraphsOf } from "#domain/wording/rules.ts";
import { type Locale, locales } from "#lib/locales.ts";
import type { SampleFields } from "./sample-fields.ts";

type WordingPreviewProps = {
  formId: string;
  texts: Record<Locale, string>;
  samples: SampleFields;
  title: string;
  languages: Record<Locale, string>;
};

/** How the words of a form will read, while they are typed; without JavaScript as they were saved. */
export function WordingPreview({ formId, texts, samples, title, languages }: WordingPreviewProps) {
  const [shown, setShown] = useState(texts);
  useEffect(() => {
    const read = (event: Event) => {
      const form = (event.target as HTMLElement).closest("form");
      if (form?.id !== formId) return;
      const typed = new FormData(form);
      const textOf = (locale: Locale) => String(typed.get(`text.${locale}`) ?? "");
      setShown({ lv: textOf("lv"), en: textOf("en"), lt: textOf("lt") });
    };
    document.addEventListener("input", read);
    return () => document.removeEventListener("input", read);
  }, [formId]);
  return (
    <section>
      <h2>{title}</h2>
      {locales.map((locale) => (
        <div key={locale} className="sample" lang={locale}>
          <h3>{languages[locale]}</h3>
          {paragraphsOf(filled(shown[locale], samples[locale])).map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      ))}
    </section>
  );
}
