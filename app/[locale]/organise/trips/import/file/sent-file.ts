/** A form with a file, as far as it has no more than `most` bytes; null where it has more, of which no more is read. */
export async function sentFile(request: Request, most: number): Promise<FormData | null> {
  if (Number(request.headers.get("content-length")) > most) return null;
  let bytes = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      bytes += piece.byteLength;
      if (bytes > most) controller.error(new Error("A form is too large"));
      else controller.enqueue(piece);
    },
  });
  const type = request.headers.get("content-type") ?? "";
  const body = request.body?.pipeThrough(counted) ?? null;
  try {
    return await new Response(body, { headers: { "content-type": type } }).formData();
  } catch {
    return bytes > most ? null : new FormData();
  }
}
