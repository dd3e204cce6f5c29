//! How long single questions take, from what is typed to the verdict, one by one: `cargo bench --bench answer`.

use std::path::Path;

use divan::{Bencher, black_box};
use puente::{
    domain::Lang,
    faq::{Faq, Places},
};

const QUESTIONS: [(Lang, &str); 5] = [
    (Lang::Es, "¿Qué documentos necesito para sacar una visa de trabajo en Chile?"),
    (Lang::Zh, "在智利注册公司需要什么材料？"),
    (Lang::En, "how much withholding tax on dividends sent to China"),
    (Lang::Pt, "como registro uma marca na China"),
    (Lang::Es, "permisolojía para proiectos de litio"),
];

fn main() {
    divan::main();
}

fn faq(folder: &tempfile::TempDir) -> Faq {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("index");
    Faq::open(Places { content, built: folder.path().join("faq") }).expect("the content is good")
}

#[divan::bench(args = QUESTIONS)]
fn answer(bencher: Bencher, (lang, question): (Lang, &str)) {
    let folder = tempfile::tempdir().expect("a folder");
    let faq = faq(&folder);
    bencher.bench(|| black_box(faq.answer(lang, question)));
}

#[divan::bench]
fn build_and_open(bencher: Bencher) {
    bencher.with_inputs(|| tempfile::tempdir().expect("a folder")).bench_refs(|folder| faq(folder));
}

#[divan::bench]
fn open(bencher: Bencher) {
    let folder = tempfile::tempdir().expect("a folder");
    drop(faq(&folder));
    bencher.bench(|| faq(&folder));
}
