// Lighthouse on a phone: `node lighthouse.mjs RUNS ADDRESS…` prints, for each run, the four scores and what cost points.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [runs, ...addresses] = process.argv.slice(2);
const chrome = await launch({ chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"] });
const found = [];
try {
  for (const address of addresses) {
    for (let run = 0; run < Number(runs); run += 1) found.push(await judged(address));
  }
} finally {
  chrome.kill();
}
console.log(JSON.stringify(found));

async function judged(address) {
  const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: "silent" });
  const { performance, accessibility, "best-practices": practices, seo } = lhr.categories;
  const scores = [performance, accessibility, practices, seo].map((one) => Math.round(one.score * 100));
  const lost = Object.values(lhr.audits).filter((one) => one.score !== null && one.score < 0.9).map((one) => one.id);
  return { address, scores, lost };
}
