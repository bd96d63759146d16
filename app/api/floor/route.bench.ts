/** The floor of handlers that take a form: it does nothing and goes on. For measurements alone (next.config.ts). */
export async function POST(request: Request): Promise<Response> {
  await request.text();
  return new Response(null, { status: 303, headers: { location: "/" } });
}
