/* Files of the atlas that scripts read. */

class FetchError extends Error {}

export async function fetchJson(address) {
  try {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.status);
    return await answer.json();
  } catch (error) {
    throw new FetchError(`${address}: ${error.message}`);
  }
}

/* What it could not fetch the browser tells itself, and a page that is left fetches nothing more. */
addEventListener("unhandledrejection", (event) => {
  if (event.reason instanceof FetchError) event.preventDefault();
});
