//! Backups: made beside a house that works, proven, restored, and never a way back for what was erased.

use std::{
    path::Path,
    process::{Command, Output, Stdio},
};

use jiff::{SignedDuration, Timestamp};
use puente::{
    i18n::I18n,
    store::{DATA_FILE, Store, backup, dump},
    talk::Intake,
    text,
};

use crate::house::House;

const ANA: i64 = 1 << 41;
const EVA: i64 = (1 << 41) + 1;

/// The files of a folder, by name.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .map(|entries| entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect())
        .unwrap_or_default();
    names.sort();
    names
}

fn run(data: &Path, arguments: &[&str]) -> Output {
    let mut command = crate::serve::puente(data);
    command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).output().unwrap()
}

fn told(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

async fn everything(file: &Path) -> String {
    let tables = dump(file).await.unwrap();
    tables.into_iter().map(|(table, rows)| format!("{table}: {rows}\n")).collect()
}

#[tokio::test]
async fn a_backup_made_in_the_middle_of_work_is_whole_and_opens_as_the_house_was() {
    let house = House::open().await;
    crate::partner::send_for_staff(&house.person(ANA)).await;
    let folder = tempfile::tempdir().unwrap();
    let working = async {
        for n in 0..40 {
            let said = puente::talk::Said::Words { text: format!("pregunta número {n}"), message: n, reply_to: None };
            let chat = house.person(EVA).chat;
            house.engine().hand(house.incoming(chat, EVA, said)).await.unwrap();
        }
    };
    let copy = folder.path().join("copy.db");
    let (proven, ()) = tokio::join!(backup::backup(house.folder.path(), &copy), working);
    let proven = proven.unwrap();
    assert_eq!((proven.rows_of("request"), proven.rows_of("lead")), (1, 1));
    assert!(proven.rows_of("question") <= 40);
    assert_eq!(names(folder.path()), ["copy.db"], "nothing is left beside it");
    use std::os::unix::fs::PermissionsExt;
    assert_eq!(std::fs::metadata(&copy).unwrap().permissions().mode() & 0o077, 0, "nobody else may read it");

    let again = folder.path().join("again");
    backup::restore(&copy, &again).await.unwrap();
    assert_eq!(names(&again), [DATA_FILE]);
    let store = Store::open(&again.join(DATA_FILE)).await.unwrap();
    assert_eq!(store.begin().await.unwrap().health_counts().await.unwrap().waiting_leads, 1);
}

#[tokio::test]
async fn who_was_erased_after_the_backup_is_not_in_what_is_restored() {
    let house = House::open().await;
    let ana = house.person(ANA);
    crate::partner::send_for_staff(&ana).await;
    let words = "Sensores de humedad";
    let folder = tempfile::tempdir().unwrap();
    house.person(EVA).says("¿cuánto cuesta registrar una marca?").await;
    ana.says(&format!("/human {words}")).await;
    let copy = folder.path().join("copy.db");
    backup::backup(house.folder.path(), &copy).await.unwrap();
    assert!(everything(&copy).await.contains(words));

    ana.says("/forget").await;
    ana.presses(&I18n::new().plain(puente::domain::Lang::Es, &text!("button-forget"))).await;
    let note = std::fs::read_to_string(house.folder.path().join("erasures")).unwrap();
    assert_eq!(note.lines().count(), 1);
    assert!(!note.contains(&ANA.to_string()), "the note names nobody: {note}");

    // The same folder after the loss of the data file: what stands beside it survives.
    let again = folder.path().join("again");
    std::fs::create_dir(&again).unwrap();
    std::fs::copy(house.folder.path().join("erasures"), again.join("erasures")).unwrap();
    let (_, erased) = backup::restore(&copy, &again).await.unwrap();
    assert_eq!(erased, 1);
    let kept = everything(&again.join(DATA_FILE)).await;
    assert!(!kept.contains(words), "{kept}");
    assert!(kept.contains("registrar una marca"), "others are as they were");

    // Somebody who was erased and came back is not erased by a backup that knows of it.
    let later = folder.path().join("later.db");
    backup::backup(&again, &later).await.unwrap();
    for name in names(&again).iter().filter(|name| name.starts_with(DATA_FILE)) {
        std::fs::remove_file(again.join(name)).unwrap();
    }
    assert_eq!(backup::restore(&later, &again).await.unwrap().1, 0);
}

#[tokio::test]
async fn backup_and_restore_overwrite_nothing_and_say_what_is_wrong() {
    let house = House::open().await;
    let folder = tempfile::tempdir().unwrap();
    let empty = folder.path().join("empty");
    let copy = folder.path().join("copy.db");
    let (copied, data) = (copy.to_str().unwrap(), house.folder.path());

    assert_eq!(run(data, &["backup"]).status.code(), Some(2), "a backup without a file is wrong usage");
    let nothing = run(&empty, &["backup", copied]);
    assert_eq!(nothing.status.code(), Some(1));
    assert!(told(&nothing).contains("nothing to back up"), "{}", told(&nothing));
    let done = run(data, &["backup", copied]);
    assert_eq!(done.status.code(), Some(0), "{}", told(&done));
    let twice = run(data, &["backup", copied]);
    assert_eq!(twice.status.code(), Some(1));
    assert!(told(&twice).contains("not overwritten"), "{}", told(&twice));

    let onto = run(data, &["restore", copied]);
    assert_eq!(onto.status.code(), Some(1));
    assert!(told(&onto).contains("not overwritten"), "{}", told(&onto));

    // A page in the middle is damaged, the file is another kind, or it is none at all.
    let damaged = folder.path().join("damaged.db");
    let mut bytes = std::fs::read(&copy).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 8192].fill(0xA5);
    std::fs::write(&damaged, bytes).unwrap();
    let letter = folder.path().join("letter.db");
    std::fs::write(&letter, "Estimados: ".repeat(1000)).unwrap();
    let missing = folder.path().join("missing.db");
    for (file, word) in [(damaged, "damaged"), (letter, "no backup of Puente"), (missing, "missing.db")] {
        let refused = run(&empty, &["restore", file.to_str().unwrap()]);
        assert_eq!(refused.status.code(), Some(1));
        assert!(told(&refused).contains(word), "{}", told(&refused));
        assert!(!names(&empty).iter().any(|name| name.contains("puente.db")), "{:?}", names(&empty));
    }
    let done = run(&empty, &["restore", copied]);
    assert_eq!(done.status.code(), Some(0), "{}", told(&done));
}

#[tokio::test]
async fn a_full_disk_leaves_no_half_backup() {
    let house = House::open().await;
    let folder = tempfile::tempdir().unwrap();
    // A file may grow to 64 KiB and no further, as on a disk that is full then.
    let script = format!(
        "trap '' XFSZ; ulimit -f 64; exec {} backup {}",
        env!("CARGO_BIN_EXE_puente"),
        folder.path().join("copy.db").display()
    );
    let output = Command::new("bash")
        .args(["-c", &script])
        .env("PUENTE_DATA_DIR", house.folder.path())
        .env("PUENTE_LOG", "warn")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    assert!(told(&output).contains("copy the data file"), "{}", told(&output));
    assert_eq!(names(folder.path()), [""; 0]);
}

#[tokio::test]
async fn daily_backups_are_made_once_a_day_and_kept_for_so_many_days() {
    let house = House::open().await;
    let folder = tempfile::tempdir().unwrap();
    let now: Timestamp = "2026-11-25T10:00:00Z".parse().unwrap();
    let on = async |hours: i64| {
        let at = now + SignedDuration::from_hours(hours);
        backup::daily(house.folder.path(), folder.path(), 2, at).await.unwrap().is_some()
    };
    std::fs::write(folder.path().join("notes.txt"), "not ours").unwrap();
    assert!(on(0).await && !on(1).await && !on(23).await && on(24).await && on(48).await);
    assert_eq!(backup::newest(folder.path()), Some(now + SignedDuration::from_hours(48)));
    assert!(on(73).await);
    assert_eq!(names(folder.path()), ["notes.txt", "puente-20261127T100000Z.db", "puente-20261128T110000Z.db"]);
}
