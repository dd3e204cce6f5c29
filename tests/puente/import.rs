//! `puente import` as a process of its own: what comes in, in which shapes, what is refused and how it is told, and what a server
//! that runs beside it learns.

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use jiff::Timestamp;
use puente::{
    domain::{Kind, Lang, OpportunityId, ProposalId},
    handlers::News,
    matching::{Matching, directory},
    store::{self, Store},
};
use rand::{Rng, SeedableRng, rngs::StdRng, seq::SliceRandom};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use crate::standin::{GROUP, StandIn};

/// What a run of the program left behind.
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// The program on a data folder, without anything of this machine's environment.
pub fn puente(data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_puente"));
    command
        .env_clear()
        .env("PUENTE_DATA_DIR", data)
        .env("PUENTE_CONTENT_DIR", crate::house::content())
        .env("PUENTE_LOG", "warn");
    command
}

pub fn run(data: &Path, args: &[&str]) -> Ran {
    let output = puente(data).args(args).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ran { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

/// A folder with files to import and a data folder in it.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn data(&self) -> PathBuf {
        self.0.path().join("data")
    }

    fn put(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.0.path().join(name);
        std::fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    }

    fn import(&self, what: &str, file: &str, more: &[&str]) -> Ran {
        let mut args = vec!["import", what, file];
        args.extend(more);
        run(&self.data(), &args)
    }

    fn imports(&self, what: &str, name: &str, content: impl AsRef<[u8]>) -> String {
        let file = self.put(name, content);
        let ran = self.import(what, &file, &[]);
        assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
        ran.out
    }

    /// What is wrong with a file, without the folder in front.
    fn refuses(&self, what: &str, name: &str, content: impl AsRef<[u8]>) -> String {
        let file = self.put(name, content);
        let ran = self.import(what, &file, &[]);
        assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
        assert!(ran.err.contains("nothing was imported"), "{}", ran.err);
        ran.out.replace(&format!("{}/", self.0.path().display()), "")
    }

    async fn dump(&self) -> Vec<(String, String)> {
        store::dump(&self.data().join("puente.db")).await.unwrap()
    }
}

const ORGANISATIONS: &str = "\
key,name,name_en,type,country,region,sample
usach,Universidad de Santiago de Chile,University of Santiago,university,CL,CL-RM,
iscas,中国科学院软件研究所,Institute of Software,institute,CN,,false
";

const OPPORTUNITIES: &str = "\
key,by,kind,lang,title,summary,gist_en,sectors,stage,ipr,partnership,targets,partner_types,languages,period_from,period_until,call,budget,flags,valid_until,confirmed
brine,usach,tech-request,es,Extracción directa de litio,\"Buscamos un adsorbente, probado en planta.
Con 900 mg/L de litio.\",A university seeks a proven adsorbent.,lithium-salt-lakes|chemical-engineering,demo,,pilot|licence,CN,institute|large,es|en,2027-03-01,2029-02-28,,10k-50k,,2027-09-30,2026-11-03
solver,iscas,tech-offer,zh,大规模求解器,我们提供一种求解器，速度提高三倍。,A solver that is three times faster.,chemical-engineering,market,granted,licence,,,zh|en,,,,,,2027-09-30,2026-11-03
";

#[tokio::test]
async fn what_comes_in_is_told_and_the_same_file_again_changes_nothing() {
    let desk = Desk::new();
    let organisations = desk.put("organisations.csv", ORGANISATIONS);
    let first = desk.import("organisations", &organisations, &["--source", "Cámara de Comercio"]);
    assert_eq!(first.code, 0, "{}", first.err);
    insta::assert_snapshot!(first.out, @r"
    + usach
    + iscas
    2 new, 0 changed, 0 the same
    ");
    insta::assert_snapshot!(desk.imports("opportunities", "opportunities.csv", OPPORTUNITIES), @r"
    + brine
    + solver
    2 new, 0 changed, 0 the same
    ");
    let before = desk.dump().await;
    assert_eq!(desk.imports("organisations", "again.csv", ORGANISATIONS), "0 new, 0 changed, 2 the same\n");
    assert_eq!(desk.imports("opportunities", "again.csv", OPPORTUNITIES), "0 new, 0 changed, 2 the same\n");
    assert_eq!(desk.dump().await, before, "the same file again leaves no trace");
    let imports = &before.iter().find(|(table, _)| table == "import").unwrap().1;
    assert!(imports.contains("organisations.csv") && imports.contains("Cámara de Comercio"), "{imports}");

    let changed = OPPORTUNITIES.replace("directa de litio", "rápida de litio").replacen("2027-09-30", "2027-10-31", 1);
    insta::assert_snapshot!(desk.imports("opportunities", "changed.csv", &changed), @r"
    ~ brine: title, valid_until
    0 new, 1 changed, 1 the same
    ");
    let store = Store::open(&desk.data().join("puente.db")).await.unwrap();
    let kept = store.directory_opportunities().await.unwrap();
    assert_eq!(kept[0].title, "Extracción rápida de litio");
    assert_eq!(kept[0].summary, "Buscamos un adsorbente, probado en planta.\nCon 900 mg/L de litio.");
}

#[tokio::test]
async fn a_dry_run_shows_everything_and_changes_nothing() {
    let desk = Desk::new();
    let file = desk.put("o.csv", ORGANISATIONS);
    let ran = desk.import("organisations", &file, &["--dry-run"]);
    assert_eq!((ran.code, ran.out.lines().count()), (0, 3));
    assert!(ran.out.ends_with("2 new, 0 changed, 0 the same; nothing was imported: a dry run\n"), "{}", ran.out);
    assert!(!desk.data().join("puente.db").exists(), "not even a data file is made");
    desk.imports("organisations", "o.csv", ORGANISATIONS);
    let before = desk.dump().await;
    let file = desk.put("changed.csv", ORGANISATIONS.replace("institute,CN", "public,CN"));
    let ran = desk.import("organisations", &file, &["--dry-run"]);
    assert_eq!((ran.code, ran.out.lines().next()), (0, Some("~ iscas: type")));
    assert_eq!(desk.dump().await, before);
}

#[test]
fn a_table_means_the_same_in_whatever_shape_it_is_written() {
    let desk = Desk::new();
    desk.imports("organisations", "o.csv", ORGANISATIONS);
    desk.imports("opportunities", "o.csv", OPPORTUNITIES);
    let same = "0 new, 0 changed, 2 the same\n";

    let crlf = format!("\u{feff}{}", ORGANISATIONS.replace('\n', "\r\n"));
    assert_eq!(desk.imports("organisations", "crlf.csv", crlf), same);
    let semicolons = "TYPE;Key;Country ;NAME; Name-EN;region;Sample\r\n\r\n;;;;;;\r\n\
        University;usach;cl;\"Universidad de Santiago de Chile\";University of Santiago;cl-rm;NO\r\n\
        institute;iscas;CN;中国科学院软件研究所;Institute of Software;;0\r\n";
    assert_eq!(desk.imports("organisations", "semicolons.csv", semicolons), same);
    let tabs = ORGANISATIONS.replace(',', "\t");
    assert_eq!(desk.imports("organisations", "tabs.csv", &tabs), same);
    assert_eq!(desk.imports("organisations", "declared.csv", format!("sep=\t\n{tabs}")), same);
    let lists = OPPORTUNITIES.replace('|', "; ").replace("2027-09-30", "2027/9/30");
    assert_eq!(desk.imports("opportunities", "lists.csv", lists), same);

    let lines = r#"
        {"key": "brine", "by": "usach", "kind": "tech-request", "lang": "es", "title": "Extracción directa de litio", "summary": "Buscamos un adsorbente, probado en planta.\nCon 900 mg/L de litio.", "gist_en": "A university seeks a proven adsorbent.", "sectors": ["lithium-salt-lakes", "chemical-engineering"], "stage": "demo", "partnership": ["pilot", "licence"], "targets": "CN", "partner_types": "institute;large", "languages": ["es", "en"], "period_from": "2027-03-01", "period_until": "2029-02-28", "budget": "10k-50k", "valid_until": "2027-09-30", "confirmed": "2026-11-03"}

        {"confirmed": "2026-11-03", "Key": "solver", "organisation": "iscas", "kind": "tech-offer", "lang": "zh", "title": "大规模求解器", "summary": "我们提供一种求解器，速度提高三倍。", "gist_en": "A solver that is three times faster.", "sectors": "chemical-engineering", "stage": "market", "ipr": "granted", "partnership": ["licence"], "languages": ["zh", "en"], "flags": null, "valid_until": "2027-09-30"}
    "#;
    let lines: String = lines.lines().map(|line| format!("{}\r\n", line.trim())).collect();
    assert_eq!(desk.imports("opportunities", "lines.jsonl", lines), same);
}

/// A workbook as a person would fill it in: the table begins further down, dates are dates, flags are booleans, keys numbers.
fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("notes").unwrap();
    let page = book.add_worksheet();
    page.set_name("organisations").unwrap();
    for (column, name) in (1..).zip(["Key", "Name", "Type", "Country", "Sample"]) {
        page.write_string(2, column, name).unwrap();
    }
    page.write_number(4, 1, 2026.0).unwrap();
    page.write_string(4, 2, "Centro dos mil veintiséis").unwrap();
    page.write_string(4, 3, "association").unwrap();
    page.write_string(4, 4, "CL").unwrap();
    page.write_boolean(4, 5, false).unwrap();
    page.write_string(6, 1, "two").unwrap();
    page.write_formula(6, 2, rust_xlsxwriter::Formula::new("=\"Dos\"").set_result("Dos")).unwrap();
    page.write_string(6, 3, "universidad").unwrap();
    let day = Format::new().set_num_format("dd-mm-yyyy");
    page.write_datetime_with_format(6, 4, ExcelDateTime::from_ymd(2027, 9, 30).unwrap(), &day).unwrap();
    // A cell that somebody touched far away.
    page.write_string(1_000_000, 1, " ").unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn a_workbook_is_read_with_the_rows_as_the_sheet_counts_them() {
    let desk = Desk::new();
    insta::assert_snapshot!(desk.refuses("organisations", "o.xlsx", workbook()), @r"
    o.xlsx:7: column country: holds the date 2027-09-30 where a text belongs; format the cell as text; such as CL
    o.xlsx:7: column type: `universidad` is not in the list `orgtype`, perhaps `university` (there are university, institute, micro, small, medium, large, public, association, investor, individual, other); such as university
    ");
}

#[test]
fn days_of_a_workbook_are_days() {
    let desk = Desk::new();
    desk.imports("organisations", "o.csv", ORGANISATIONS);
    desk.imports("opportunities", "o.csv", OPPORTUNITIES);
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    let day = Format::new().set_num_format("d/m/yy");
    let rows: Vec<Vec<&str>> =
        OPPORTUNITIES.lines().filter(|line| !line.starts_with("Con")).map(|line| line.split(',').collect()).collect();
    let solver = &rows[2];
    for (column, (name, value)) in (0..).zip(rows[0].iter().zip(solver)) {
        page.write_string(0, column, *name).unwrap();
        match *value {
            "2027-09-30" => page.write_datetime_with_format(1, column, ExcelDateTime::from_ymd(2027, 9, 30).unwrap(), &day),
            "2026-11-03" => page.write_datetime_with_format(1, column, ExcelDateTime::from_ymd(2026, 11, 3).unwrap(), &day),
            text => page.write_string(1, column, text),
        }
        .unwrap();
    }
    assert_eq!(desk.imports("opportunities", "o.xlsx", book.save_to_buffer().unwrap()), "0 new, 0 changed, 1 the same\n");
}

#[test]
fn every_wrong_value_is_told_with_its_place_and_a_right_one() {
    let desk = Desk::new();
    desk.imports("organisations", "o.csv", ORGANISATIONS);
    let broken = "\
Key,By,Kind,Lang,Title,Summary,Gist_EN,Sectors,Partnership,Targets,Valid_until,Confirmed
a,usach,tech-offfer,fr,,\"Two
lines\",Gist.,litio,licence,CL,30-09-2027,2026-11-03

b,usah,research,es,Escriba a ana@example.org,Resumen,Gist.,chemical-engineering,rd|joint-lab|pilot|mou,XX,2026-01-01,2026-11-03
a,iscas,consult,zh,x,y,z,chemical-engineering,,CL,2027-02-30,2026-11-03
c,iscas,consult,zh,x,y
a b,iscas,consult,zh,x,y,z,chemical-engineering;chemical-engineering,,,2027-09-30,2026-11-03
";
    insta::assert_snapshot!(desk.refuses("opportunities", "broken.csv", broken), @r#"
    broken.csv:2: column kind: `tech-offfer` is not in the list `kind`, perhaps `tech-offer` (there are tech-offer, tech-request, result-offer, research, talent-host, talent-seeker, biz-offer, biz-request, train-offer, train-request, invest-sought, investor, event, consult); such as tech-request
    broken.csv:2: column lang: `fr` is not in the list `lang` (there are es, zh, en, pt); such as es
    broken.csv:2: column sectors: unknown sector leaf `litio`, perhaps `lithium-salt-lakes`; such as lithium-salt-lakes|chemical-engineering
    broken.csv:2: column targets: its own country CL is no target; such as CN|BR
    broken.csv:2: column title: is empty; such as Extracción directa de litio
    broken.csv:2: column valid_until: `30-09-2027` is no day; write year-month-day; such as 2027-09-30
    broken.csv:5: column by: unknown organisation `usah`, perhaps `usach`; such as univ-austral
    broken.csv:5: column partnership: 4 forms of partnership; one to three are asked of `research`; such as pilot|licence
    broken.csv:5: column targets: `XX` is not in the list `country`, perhaps `MX` (there are CL, CN, AR, BO, BR, CO, CR, CU, DO, EC, GT, HK, HN, JM, MO, MX, NI, PA, PE, PY, SV, TT, US, UY, VE, ZZ); such as CN|BR
    broken.csv:5: column title: holds an address; such as Extracción directa de litio
    broken.csv:5: column valid_until: 2026-01-01 is before it was confirmed (2026-11-03); such as 2027-09-30
    broken.csv:6: column key: `a` is there twice, first in line 2; such as lithium-brine-extraction
    broken.csv:6: column valid_until: `2027-02-30` is no day; write year-month-day; such as 2027-09-30
    broken.csv:7: has 6 cells where the heading has 12; a text that holds the separator or a line break stands in quotes, such as "one, two"
    broken.csv:8: column key: `a b` holds other characters than letters, digits, - _ .; such as lithium-brine-extraction
    broken.csv:8: column sectors: names a sector twice; such as lithium-salt-lakes|chemical-engineering
    "#);
}

#[test]
fn a_heading_that_is_nearly_right_is_refused_and_one_that_is_extra_is_left_out_with_a_warning() {
    let desk = Desk::new();
    let slip = desk.refuses("organisations", "slip.csv", ORGANISATIONS.replacen("country", "contry", 1));
    insta::assert_snapshot!(slip, @r"
    slip.csv:1: column contry: is unknown; perhaps `country`
    slip.csv:1: column country: is not in the file; it holds an ISO 3166 code, ZZ for one that is not known, such as CL
    ");
    let twice = desk.refuses("organisations", "twice.csv", ORGANISATIONS.replacen("region", "Name", 1));
    assert_eq!(twice, "twice.csv:1: column Name: is there twice\n");
    let object = r#"{"key": "a", "name": "A", "type": "other", "country": "CL", "Name": "B"}"#;
    assert_eq!(desk.refuses("organisations", "twice.jsonl", object), "twice.jsonl:1: column name: is there twice\n");
    let extra = desk.put("extra.csv", ORGANISATIONS.replacen("region", "Fecha de carga", 1));
    let ran = desk.import("organisations", &extra, &[]);
    assert_eq!(ran.code, 0, "{}", ran.out);
    assert!(ran.err.contains("extra.csv:1: column Fecha de carga: is unknown and left out"), "{}", ran.err);
}

#[test]
fn what_is_no_table_is_said_to_be_none() {
    let desk = Desk::new();
    let mut said = String::new();
    let latin = [b"key,name\nx,Universidad de Concepci".as_slice(), b"\xf3n\n"].concat();
    let unclosed = format!("{ORGANISATIONS}third,\"Never closed,x,university,CL,,\nfourth,Lost,x,university,CL,,\n");
    for (name, content) in [
        ("empty.csv", b"\n\n".to_vec()),
        ("latin.csv", latin),
        ("utf16.csv", b"\xff\xfek\0e\0y\0".to_vec()),
        ("unclosed.csv", unclosed.into_bytes()),
    ] {
        said += &desk.refuses("organisations", name, content);
    }
    insta::assert_snapshot!(said, @r#"
    empty.csv: is empty: the first line names the columns
    latin.csv:2: is not UTF-8 from here on; save the file as UTF-8 (in a spreadsheet: "CSV UTF-8")
    utf16.csv: is written in UTF-16; save it as UTF-8
    unclosed.csv:4: a quote that is opened in this row is never closed
    "#);
    let book = desk.refuses("organisations", "book.xlsx", b"PK\x03\x04 nonsense");
    assert!(book.starts_with("book.xlsx: is no XLSX workbook that can be read"), "{book}");
    let lines = desk.refuses("organisations", "lines.jsonl", "{\"key\": \"a\"\n\n[1]\n");
    let told: Vec<&str> = lines.lines().map(|line| line.split_once(" is no JSON object").unwrap().0).collect();
    assert_eq!(told, ["lines.jsonl:1:", "lines.jsonl:3:"]);
}

#[test]
fn wrong_usage_ends_with_two() {
    let desk = Desk::new();
    let file = desk.put("list.ods", "x");
    assert_eq!(desk.import("organisations", &file, &[]).code, 2, "an ending that tells no shape");
    assert_eq!(desk.import("organisations", "/nowhere/list.csv", &[]).code, 2, "a file that is not there");
    assert_eq!(desk.import("people", &file, &[]).code, 2);
    assert_eq!(run(&desk.data(), &["import", "organisations"]).code, 2);
    let help = run(&desk.data(), &["import", "opportunities", "--help"]);
    assert_eq!(help.code, 0);
    for column in directory::OPPORTUNITY {
        assert!(help.out.contains(&format!("  {}", column.name)), "{} is in the help", column.name);
    }
}

/// A row as a generator makes it: every cell by its column.
type Made = Vec<(&'static str, String)>;

/// Good rows of opportunities, never two alike.
fn good_rows(chance: &mut StdRng, count: usize) -> Vec<Made> {
    let matching = Matching::open(&crate::house::content()).unwrap();
    let leaves: Vec<&str> =
        matching.taxonomy().sectors().iter().flat_map(|sector| sector.leaves.iter().map(String::as_str)).collect();
    (0..count)
        .map(|row| {
            let kind = Kind::ALL[chance.random_range(0..Kind::ALL.len())];
            let by = ["usach", "iscas"][row % 2];
            let lang = Lang::ALL[chance.random_range(0..4)];
            vec![
                ("key", format!("need-{row}")),
                ("by", by.to_owned()),
                ("kind", kind.code().to_owned()),
                ("lang", lang.code().to_owned()),
                ("title", format!("Título {row}: \"comillas\", y coma; 标题")),
                ("summary", format!("Resumen de {row} palabras,\ncon dos líneas")),
                ("gist_en", format!("Gist number {row}.")),
                ("sectors", leaves[chance.random_range(0..leaves.len())].to_owned()),
                ("partnership", "rd|pilot".to_owned()),
                ("targets", if chance.random_bool(0.5) { "BR|PE".to_owned() } else { String::new() }),
                ("languages", "es;en".to_owned()),
                ("valid_until", format!("2027-{:02}-{:02}", chance.random_range(1..13), chance.random_range(1..29))),
                ("confirmed", "2026-11-03".to_owned()),
            ]
        })
        .collect()
}

/// What may be wrong with a row, one thing in one column.
const PLANTS: [(&str, &str); 16] = [
    ("key", ""),
    ("key", "not a key"),
    ("key", "need-0"),
    ("by", "nobody"),
    ("by", ""),
    ("kind", "tech-offers"),
    ("lang", "fr"),
    ("title", "too long"),
    ("title", "https://example.org"),
    ("summary", "too long"),
    ("gist_en", ""),
    ("sectors", "litio"),
    ("partnership", "licencia"),
    ("targets", "own country"),
    ("valid_until", "2027-02-30"),
    ("valid_until", "2026-01-01"),
];

/// Plants that many errors; the place and column of each.
fn plant(chance: &mut StdRng, rows: &mut [Made], errors: usize) -> Vec<(usize, &'static str)> {
    let mut places: Vec<usize> = (1..rows.len()).collect();
    places.shuffle(chance);
    let mut planted = Vec::new();
    for (nth, row) in places.into_iter().take(errors).enumerate() {
        let (column, wrong) = PLANTS[nth % PLANTS.len()];
        let home = if rows[row][1].1 == "usach" { "CL" } else { "CN" };
        let wrong = match wrong {
            "too long" => "é".repeat(501),
            "own country" => format!("BR|{home}"),
            wrong => wrong.to_owned(),
        };
        rows[row].iter_mut().find(|(name, _)| *name == column).unwrap().1 = wrong;
        planted.push((row, column));
    }
    planted.sort_unstable();
    planted
}

/// The rows as CSV, and the line on which each begins.
fn as_csv(rows: &[Made]) -> (String, Vec<usize>) {
    let mut text = rows[0].iter().map(|(name, _)| *name).collect::<Vec<_>>().join(",");
    let (mut lines, mut line) = (Vec::new(), 2);
    for row in rows {
        let cells: Vec<String> = row.iter().map(|(_, cell)| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        let written = format!("\n{}", cells.join(","));
        lines.push(line);
        line += written.matches('\n').count();
        text += &written;
    }
    (text, lines)
}

fn as_xlsx(rows: &[Made]) -> (Vec<u8>, Vec<usize>) {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    for (column, (name, _)) in (0..).zip(&rows[0]) {
        page.write_string(0, column, *name).unwrap();
    }
    for (line, row) in (1..).zip(rows) {
        for (column, (_, cell)) in (0..).zip(row) {
            page.write_string(line, column, cell).unwrap();
        }
    }
    (book.save_to_buffer().unwrap(), (2..rows.len() + 2).collect())
}

fn as_jsonl(rows: &[Made]) -> (String, Vec<usize>) {
    let mut text = String::new();
    for row in rows {
        let object: serde_json::Map<_, _> =
            row.iter().map(|(name, cell)| ((*name).to_owned(), serde_json::Value::from(cell.as_str()))).collect();
        writeln!(text, "{}", serde_json::Value::from(object)).unwrap();
    }
    (text, (1..rows.len() + 1).collect())
}

#[tokio::test]
async fn five_thousand_rows_with_37_planted_errors_name_exactly_those_37() {
    let seed = 20_261_125;
    let mut chance = StdRng::seed_from_u64(seed);
    let desk = Desk::new();
    desk.imports("organisations", "o.csv", ORGANISATIONS);
    let before = desk.dump().await;
    let mut rows = good_rows(&mut chance, 5000);
    let planted = plant(&mut chance, &mut rows, 37);
    let ((csv, csv_lines), (xlsx, xlsx_lines), (jsonl, jsonl_lines)) = (as_csv(&rows), as_xlsx(&rows), as_jsonl(&rows));
    for (name, bytes, lines) in [
        ("planted.csv", csv.into_bytes(), csv_lines),
        ("planted.xlsx", xlsx, xlsx_lines),
        ("planted.jsonl", jsonl.into_bytes(), jsonl_lines),
    ] {
        let said = desk.refuses("opportunities", name, bytes);
        let told: Vec<(usize, &str)> = said
            .lines()
            .map(|line| {
                let (line, rest) =
                    line.strip_prefix(name).unwrap().strip_prefix(':').unwrap().split_once(": column ").unwrap();
                (line.parse().unwrap(), rest.split_once(": ").unwrap().0)
            })
            .collect();
        let expected: Vec<(usize, &str)> = planted.iter().map(|&(row, column)| (lines[row], column)).collect();
        assert_eq!(told, expected, "{name} (seed {seed}):\n{said}");
        assert!(said.lines().all(|line| line.contains("such as ")), "each with a right value:\n{said}");
        assert_eq!(desk.dump().await, before, "nothing of {name} was imported");
    }
}

#[test]
fn five_thousand_good_rows_come_in_within_seconds_and_all_of_them() {
    let mut chance = StdRng::seed_from_u64(7);
    let desk = Desk::new();
    desk.imports("organisations", "o.csv", ORGANISATIONS);
    let (csv, _) = as_csv(&good_rows(&mut chance, 5000));
    let began = Instant::now();
    let said = desk.imports("opportunities", "good.csv", &csv);
    let took = began.elapsed();
    assert!(said.ends_with("5000 new, 0 changed, 0 the same\n"), "{}", &said[said.len().saturating_sub(200)..]);
    println!("5000 rows imported in {took:?}");
    assert!(took < Duration::from_secs(30), "{took:?}");
    let again = desk.imports("opportunities", "good.csv", csv);
    assert_eq!(again, "0 new, 0 changed, 5000 the same\n");
}

#[tokio::test]
async fn what_another_process_imports_is_matched_without_a_restart() {
    let desk = Desk::new();
    desk.imports("organisations", "o.csv", ORGANISATIONS);
    let store = Store::open(&desk.data().join("puente.db")).await.unwrap();
    let matching = Matching::open(&crate::house::content()).unwrap();
    let mut news = News::from_here(store.clone(), matching.clone()).await.unwrap();
    assert_eq!(news.follow().await.unwrap(), 0);
    desk.imports("opportunities", "o.csv", OPPORTUNITIES);
    assert_eq!(news.follow().await.unwrap(), 2);
    assert_eq!(news.follow().await.unwrap(), 0, "once");

    let mut tx = store.begin().await.unwrap();
    let mut mine = tx.opportunities().await.unwrap().remove(0);
    tx.commit().await.unwrap();
    (mine.id, mine.organisation, mine.kind) = (ProposalId::Opportunity(OpportunityId(99)), None, Kind::TechnologyRequest);
    let now: Timestamp = "2026-12-01T00:00:00Z".parse().unwrap();
    let found = |mine| matching.counterparts(mine, now).unwrap().into_iter().map(|found| found.id).collect::<Vec<_>>();
    assert_eq!(found(&mine), [ProposalId::Opportunity(OpportunityId(2))], "the solver from China");

    // An organisation that moves home takes its offers with it: now it is no partner abroad any more.
    desk.imports("organisations", "moved.csv", ORGANISATIONS.replace("institute,CN", "institute,CL"));
    assert_eq!(news.follow().await.unwrap(), 1);
    assert!(found(&mine).is_empty());
}

#[tokio::test]
async fn an_import_beside_a_running_server_reaches_it() {
    let standin = StandIn::start().await;
    let desk = Desk::new();
    crate::house::copy(crate::house::built_once(), &desk.data().join("faq"));
    let log = desk.0.path().join("log");
    let mut server = puente(&desk.data())
        .arg("serve")
        .env("PUENTE_LISTEN", "127.0.0.1:0")
        .env("PUENTE_LOG", "info")
        .env("TELOXIDE_API_URL", standin.url())
        .env("TELOXIDE_TOKEN", "123456:a-token-for-tests")
        .env("PUENTE_STAFF_CHAT", GROUP.to_string())
        .stdout(Stdio::null())
        .stderr(std::fs::File::create(&log).unwrap())
        .spawn()
        .unwrap();
    standin.wait_for("the server works", Duration::from_secs(60), |world| world.is_polled().then_some(())).await;
    let ana = standin.person(7001, "Ana", "es");
    standin.says(ana, "/start");
    let (organisations, opportunities) = (desk.put("o.csv", ORGANISATIONS), desk.put("p.csv", OPPORTUNITIES));
    let imported = [desk.import("organisations", &organisations, &[]), desk.import("opportunities", &opportunities, &[])];
    let learnt = async {
        while !std::fs::read_to_string(&log)
            .unwrap()
            .contains("2 opportunities that another process imported are matched now")
        {
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    };
    let heard = tokio::time::timeout(Duration::from_secs(60), learnt).await;
    server.kill().unwrap();
    server.wait().unwrap();
    assert!(imported.iter().all(|ran| ran.code == 0), "{}{}", imported[0].err, imported[1].err);
    assert!(heard.is_ok(), "{}", std::fs::read_to_string(&log).unwrap());
    assert!(!standin.sent_to(ana).is_empty(), "and the server goes on answering");
}
