//! What leaves the house as a table: the directory that comes in again, requests and leads without their people, in no cell
//! anything that a spreadsheet would run; and `/export` in the staff chat.

use std::io::Read as _;

use puente::{
    domain::TableFormat,
    matching::{Matching, directory},
    store::{self, Store},
    tables::{self, Cell, Table},
    talk::Command,
};

use crate::{
    house::{ADMIN, ANNA, House, STAFF_CHAT, content},
    import::run,
};

const ANA: i64 = 1 << 41;

/// A data folder with the sample directory in it.
async fn sampled() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let matching = Matching::open(&content()).unwrap();
    let samples = directory::read(&content().join("directory"), matching.taxonomy()).unwrap();
    let store = Store::open(&folder.path().join("puente.db")).await.unwrap();
    let origin = store::Origin { file: "samples", source: None, at: jiff::Timestamp::now() };
    let mut tx = store.begin().await.unwrap();
    tx.put_directory(&samples.organisations, &samples.opportunities, origin).await.unwrap();
    tx.commit().await.unwrap();
    folder
}

#[tokio::test]
async fn what_is_exported_of_the_directory_comes_in_again_as_the_same() {
    let folder = sampled().await;
    for what in ["organisations", "opportunities"] {
        for ending in ["csv", "xlsx", "jsonl"] {
            let file = folder.path().join(format!("{what}.{ending}"));
            let file = file.to_str().unwrap();
            let out = run(folder.path(), &["export", what, file]);
            assert_eq!(out.code, 0, "{}", out.err);
            let back = run(folder.path(), &["import", what, file]);
            assert_eq!((back.code, back.err.as_str()), (0, ""), "{}", back.out);
            assert!(back.out.starts_with("0 new, 0 changed, ") && !back.out.contains(" 0 the same"), "{file}: {}", back.out);
        }
    }
    let fresh = tempfile::tempdir().unwrap();
    for what in ["organisations", "opportunities"] {
        let file = folder.path().join(format!("{what}.xlsx"));
        assert_eq!(run(fresh.path(), &["import", what, file.to_str().unwrap()]).code, 0);
    }
    let (before, after) = (
        Store::open(&folder.path().join("puente.db")).await.unwrap(),
        Store::open(&fresh.path().join("puente.db")).await.unwrap(),
    );
    assert_eq!(before.organisations().await.unwrap(), after.organisations().await.unwrap());
    assert_eq!(before.directory_opportunities().await.unwrap(), after.directory_opportunities().await.unwrap());
}

const DANGEROUS: [&str; 8] = [
    "=HYPERLINK(\"http://x\")",
    "+56 9 1234 5678",
    "-2+3",
    "@SUM(A1)",
    "'=already guarded",
    "'twas",
    "＝全角",
    "plain; with | marks, and \"quotes\"",
];

fn dangerous() -> Table {
    let mut table = Table::with_columns(["text", "list", "number"]);
    for text in DANGEROUS {
        table.push(vec![Cell::text(text), Cell::list([text, "second"]), Cell::Number(-3.5)]);
    }
    table
}

#[test]
fn no_cell_is_run_by_a_spreadsheet_and_every_text_comes_back_as_it_was() {
    let csv = String::from_utf8(tables::write(&dangerous(), TableFormat::Csv, "x").unwrap()).unwrap();
    for line in csv.trim_start_matches('\u{feff}').split("\r\n").skip(1).filter(|line| !line.is_empty()) {
        let first = line.trim_start_matches('"').chars().next().unwrap();
        assert!(!"=+-@＝".contains(first), "{line}");
        assert!(line.ends_with(",-3.5"), "a number is a number: {line}");
    }
    for &format in TableFormat::ALL {
        let back = tables::read(format, &tables::write(&dangerous(), format, "x").unwrap()).unwrap();
        let column = back.headings.iter().position(|heading| heading.name == "text").unwrap();
        let texts: Vec<&Cell> = back.rows.iter().map(|row| &row.cells[column]).collect();
        assert_eq!(texts, DANGEROUS.map(Cell::text).iter().collect::<Vec<_>>(), "{format:?}");
    }
}

/// The XML of the first sheet of a workbook, as a spreadsheet finds it.
fn sheet_xml(book: &[u8]) -> String {
    let begin = b"xl/worksheets/sheet1.xml";
    let at = book.windows(begin.len()).position(|window| window == begin).expect("a sheet") - 30;
    let number = |from: usize| usize::from(u16::from_le_bytes([book[from], book[from + 1]]));
    let (name, extra) = (number(at + 26), number(at + 28));
    let mut xml = String::new();
    flate2::read::DeflateDecoder::new(&book[at + 30 + name + extra..]).read_to_string(&mut xml).unwrap();
    xml
}

#[test]
fn a_workbook_of_ours_holds_no_formula() {
    let xml = sheet_xml(&tables::write(&dangerous(), TableFormat::Xlsx, "x").unwrap());
    assert!(xml.contains("<row") && !xml.contains("<f>") && !xml.contains("<f "), "{xml}");
}

/// A house in which one partner has sent a request, and its table as the program writes it.
async fn house_with_a_request() -> House {
    let house = House::open().await;
    let ana = house.person(ANA);
    ana.says("/start").await;
    crate::partner::send_for_staff(&ana).await;
    house
}

fn exported(house: &House, args: &[&str]) -> String {
    let file = house.folder.path().join("out.csv");
    let mut all = vec!["export", args[0], file.to_str().unwrap()];
    all.extend(&args[1..]);
    let ran = run(house.folder.path(), &all);
    assert_eq!(ran.code, 0, "{}", ran.err);
    std::fs::read_to_string(file).unwrap()
}

#[tokio::test]
async fn requests_and_leads_leave_without_their_people_unless_told_and_each_time_is_noted() {
    let house = house_with_a_request().await;
    let mut tx = house.store.begin().await.unwrap();
    let request = tx.live_requests().await.unwrap().remove(0);
    tx.commit().await.unwrap();
    let reference = request.reference.to_string();
    for what in ["requests", "leads"] {
        let plain = exported(&house, &[what]);
        assert!(plain.contains(&reference) && plain.contains(&request.body.title), "{plain}");
        assert!(!plain.contains(&request.body.organisation) && !plain.contains(&request.body.contact), "{plain}");
        assert!(!plain.contains("contact"), "not even the column");
        let whole = exported(&house, &[what, "--with-contacts"]);
        assert!(whole.contains(&request.body.organisation) && whole.contains(&request.body.contact), "{whole}");
        assert!(whole.lines().next().unwrap().contains("organisation,contact"), "{whole}");
    }
    let dump = store::dump(&house.folder.path().join("puente.db")).await.unwrap();
    let history = &dump.iter().find(|(table, _)| table == "history").unwrap().1;
    for noted in ["\"move\":\"requests\",\"detail\":\"csv\"", "\"move\":\"leads\",\"detail\":\"csv, with contacts\""] {
        assert!(history.contains(noted), "{noted} in {history}");
    }
    let ran = run(house.folder.path(), &["export", "organisations", "x.csv", "--with-contacts"]);
    assert_eq!(ran.code, 2, "the directory has no contacts");
}

#[tokio::test]
async fn staff_get_the_table_in_their_chat_and_nobody_else_does() {
    let house = house_with_a_request().await;
    let anna = house.staff(ANNA, None);
    anna.says("/export").await;
    anna.presses("Requests · XLSX").await;
    anna.says("/export leads csv").await;
    house.person(ANA).says("/export requests").await;
    house.person(ANNA).says("/export requests").await;
    house.person(ADMIN).says("/export requests").await;
    let files = house.paper.files.lock().unwrap().clone();
    let names: Vec<(i64, &str)> = files.iter().map(|(chat, name, _)| (*chat, name.split('-').next().unwrap())).collect();
    assert_eq!(names, [(STAFF_CHAT, "requests"), (STAFF_CHAT, "leads")]);
    assert!(files[0].2.starts_with(b"PK"), "bytes, not text");
    let (requests, leads) =
        (tables::read(TableFormat::Xlsx, &files[0].2).unwrap(), tables::read(TableFormat::Csv, &files[1].2).unwrap());
    assert_eq!((requests.rows.len(), leads.rows.len()), (1, 1));
    let headings: Vec<&str> = requests.headings.iter().map(|heading| heading.name.as_str()).collect();
    assert!(headings.contains(&"title") && !headings.contains(&"contact") && !headings.contains(&"organisation"));
    assert!(matches!(requests.rows[0].cells[2], Cell::Moment(_)), "{:?}", requests.rows[0]);
    assert!(house.shown(ANNA).last().unwrap().html.contains("grupo del equipo"), "{}", house.transcript());
    assert_eq!(house.parked().await, 0);
    let dump = store::dump(&house.folder.path().join("puente.db")).await.unwrap();
    let history = &dump.iter().find(|(table, _)| table == "history").unwrap().1;
    assert_eq!(history.matches("\"noun\":\"export\"").count(), 2, "{history}");
    assert!(Command::STAFF.contains(&Command::Export));
}
