//! What the checker of the content says, and where.

use std::fs;

use puente::faq::{self, Problem};
use tempfile::TempDir;

use crate::faq::{entry_file, write_entry};

fn problems_of(folder: &TempDir) -> Vec<String> {
    let problems = faq::check(folder.path().to_owned()).expect_err("the content has problems");
    problems.iter().map(|problem| shown(folder, problem)).collect()
}

fn shown(folder: &TempDir, problem: &Problem) -> String {
    let file = problem.file.strip_prefix(folder.path()).expect("inside the folder");
    format!("{}:{}: {}", file.display(), problem.line, problem.what)
}

#[test]
fn every_problem_of_a_file_is_named_at_once_with_its_line() {
    let folder = TempDir::new().expect("a folder");
    let broken = r#"category = "tax"
jurisdiction = "Chile"
reviewed = 2026-11-22
review_by = 2026-11-21
confidence = "certain"
related = ["no-such-entry", 7]
colour = "red"

[[source]]
titel = "Ley"
url = "www.sii.cl"

[es]
question = ""
answer = "Sí."

[zh]
question = "问题？"
answer = "答案。"

[en]
question = "A question?"
"#;
    write_entry(folder.path(), "tax", "broken", broken);
    insta::assert_snapshot!(problems_of(&folder).join("\n"), @r#"
    faq/tax/broken.toml:1: pt is missing
    faq/tax/broken.toml:2: jurisdiction must be CL, CN, both, LAC, or another ISO 3166 code
    faq/tax/broken.toml:4: review_by must be later than reviewed
    faq/tax/broken.toml:5: confidence must be verified, known or uncertain
    faq/tax/broken.toml:6: related must be a text that is not empty
    faq/tax/broken.toml:7: unknown key "colour"
    faq/tax/broken.toml:9: title is missing
    faq/tax/broken.toml:10: unknown key "titel"
    faq/tax/broken.toml:11: url must begin with https:// or http:// and have no spaces
    faq/tax/broken.toml:14: question must be a text that is not empty
    faq/tax/broken.toml:21: answer is missing
    "#);
}

#[test]
fn faults_between_entries_are_found() {
    let folder = TempDir::new().expect("a folder");
    write_entry(folder.path(), "tax", "one", &entry_file("tax", "CL", "el impuesto", "¿Cuánto es el IVA?"));
    write_entry(folder.path(), "ip", "two", &entry_file("ip", "CL", "la marca", "cuanto es el iva"));
    write_entry(folder.path(), "ip", "one", &entry_file("tax", "CL", "otra cosa", "otra pregunta"));
    fs::write(folder.path().join("faq/notes.txt"), "").expect("a file");
    insta::assert_snapshot!(problems_of(&folder).join("\n"), @r#"
    faq/ip/one.toml:1: the file stands in the folder "ip"
    faq/notes.txt:1: an entry stands in the folder of its category
    faq/tax/one.toml:1: the id "one" is already taken in "ip"
    faq/tax/one.toml:13: "¿Cuánto es el IVA?" in [es] also leads to two (its line 13)
    faq/tax/one.toml:18: "¿Cuánto es el IVA?" in [zh] also leads to two (its line 18)
    faq/tax/one.toml:23: "¿Cuánto es el IVA?" in [en] also leads to two (its line 23)
    faq/tax/one.toml:28: "¿Cuánto es el IVA?" in [pt] also leads to two (its line 28)
    "#);
}

#[test]
fn a_syntax_error_has_its_line() {
    let folder = TempDir::new().expect("a folder");
    write_entry(folder.path(), "tax", "broken", "category = \"tax\"\njurisdiction = \"CL\n");
    insta::assert_snapshot!(problems_of(&folder).join("\n"), @r#"
    faq/tax/broken.toml:2: invalid basic string, expected `"`
    "#);
}

#[test]
fn a_missing_folder_is_named() {
    let folder = TempDir::new().expect("a folder");
    let problems = problems_of(&folder);
    assert_eq!(problems.len(), 1);
    assert!(problems[0].starts_with("faq:1: the content folder cannot be read"), "{problems:?}");
}

#[test]
fn figures_that_differ_and_late_reviews_are_warnings() {
    let folder = TempDir::new().expect("a folder");
    let text = entry_file("tax", "CL", "el IVA", "tasa de IVA")
        .replace("review_by = 2036-11-22", "review_by = 2026-11-22")
        .replace("reviewed = 2026-11-22", "reviewed = 2026-01-01")
        .replace("Answer about el IVA", "The rate is 1,190 and not 1.910 since 2005");
    write_entry(folder.path(), "tax", "vat", &text);
    let warnings = faq::check(folder.path().to_owned()).expect("no problems");
    let shown: Vec<String> = warnings.iter().map(|warning| shown(&folder, warning)).collect();
    insta::assert_snapshot!(shown.join("\n"), @r#"
    faq/tax/vat.toml:4: past its review since 2026-11-22
    faq/tax/vat.toml:24: the answer in [en] has 1190, unlike the other languages
    faq/tax/vat.toml:24: the answer in [en] has 1910, unlike the other languages
    faq/tax/vat.toml:24: the answer in [en] has 2005, unlike the other languages
    "#);
}
