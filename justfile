# `just` without a name lists the recipes.
[private]
default:
    @just --list

# The whole product on this machine, without a token
[group('try')]
demo port='8080':
    cargo run --release --locked -- demo --port {{port}}

# One question and its answer at the terminal: just ask zh '在智利注册公司需要什么材料？'
[group('try')]
[positional-arguments]
ask lang question:
    @cargo run --release --locked --quiet -- ask --lang "$1" "$2"

# Tests only; words behind it choose among them
[group('keep true')]
test *filter:
    cargo test --locked {{filter}}

# What CI runs: format, lints, tests, content
[group('keep true')]
check:
    .ci/run

# Durable turns a second, update to send call, question to verdict, a request against 100,000 opportunities
[group('measure')]
bench:
    cargo bench --locked --bench turns
    cargo bench --locked --bench search
    cargo bench --locked --bench matching

# The golden questions of tests/questions against index/faq (needs Python 3.11)
[group('measure')]
eval questions="tests/questions":
    #!/usr/bin/env bash
    set -euo pipefail
    mkdir -p target/eval
    python3 - <<'PYTHON'
    import json, pathlib, tomllib
    folder = pathlib.Path("target/eval")
    with open(folder / "queries.jsonl", "w") as queries, open(folder / "qrels.tsv", "w") as qrels:
        for lang in ["es", "zh", "en", "pt"]:
            golden = tomllib.loads(pathlib.Path(f"{{questions}}/{lang}.toml").read_text())["question"]
            for number, question in enumerate(golden, 1):
                key = f"{lang}-{number}"
                print(json.dumps({"id": key, "lang": lang, "text": question["ask"]}, ensure_ascii=False), file=queries)
                right = [question["entry"]] if "entry" in question else []
                for entry in right + question.get("also", []):
                    print(key, entry, 1, sep="\t", file=qrels)
    PYTHON
    cargo run --release --locked -- eval faq --content index/faq \
        --queries target/eval/queries.jsonl --qrels target/eval/qrels.tsv --run target/eval/run.tsv
