import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageShell } from "#components/page-shell.tsx";
import { SignOff } from "#components/sign-off.tsx";
import { signOffCase } from "#domain/sign-off/queries.ts";
import { localePath } from "#lib/locales.ts";
import { requireCoordinator } from "../../../require-coordinator.ts";
import { sayNo, sayYes } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("municipality.signOff");
  return { title: t("title") };
}

/** One employee's own registration, for a coordinator who is signed in. */
export default async function SignOffPage({
  params,
}: PageProps<"/[locale]/municipality/registrations/[registration]/sign-off">) {
  const { registration } = await params;
  const { locale, actor, path, now } = await requireCoordinator(
    params,
    `/registrations/${registration}/sign-off`,
  );
  const one = await signOffCase(actor, registration);
  if (!one) notFound();
  const place = { registrationId: one.registrationId };
  const t = await getTranslations("municipality.signOff");
  return (
    <PageShell path={path}>
      <p className="kicker">
        <a href={localePath(locale, "/municipality")}>{one.organisation}</a>
      </p>
      <h1>{t("title")}</h1>
      <SignOff
        one={one}
        locale={locale}
        now={now}
        yes={sayYes.bind(null, locale, place)}
        no={sayNo.bind(null, locale, place)}
      />
      <p className="deeds">
        <a href={localePath(locale, "/municipality")}>{t("back")}</a>
      </p>
    </PageShell>
  );
}
