import { notFound } from "next/navigation";
import { oidcLabel } from "#app/_server/oidc.ts";
import { finishAtProvider } from "#app/_server/provider-sign-in.ts";

/** Where the identity provider sends people back to. Of next-auth's own addresses the only one. */
export async function GET(request: Request): Promise<Response> {
  if (!oidcLabel()) notFound();
  return finishAtProvider(new URL(request.url).searchParams);
}
