# The demo council's database and server, for run.sh and the suites. Sourced.

demo="$repo_root/assets/demo/northmere"
council_api="$repo_root/build/native/bin/council-api"
# Who asks for the verbs that the audit records, here and in the tests that start from here.
export ALONGSIDE_OFFICER="${ALONGSIDE_OFFICER:-R. Marsh}"

# load_demo_council FOLDER: imports the demo unless this very demo is already in FOLDER/data.
load_demo_council() {
    local folder=$1 identity survey
    mkdir -p "$folder/data"
    identity=$(find "$demo" -type f -print0 | sort -z | xargs -0 sha256sum |
        cat - <(sha256sum "$council_api") <(printf '%s' "${ALONGSIDE_TODAY:-}") | sha256sum)
    if [ -f "$folder/loaded" ] && [ "$(cat "$folder/loaded")" = "$identity" ]; then return 0; fi
    say "loading the demo council"
    rm -rf "$folder/data" "$folder/loaded"
    mkdir -p "$folder/data"
    council_verb "$folder" household import "$demo/family.json"
    council_verb "$folder" offer import "$demo/offer"
    council_verb "$folder" survey import "$demo/surveys.json"
    for survey in "$demo"/surveys/*.json; do council_verb "$folder" survey publish "$survey"; done
    council_verb "$folder" guide import "$demo/direct_payments.json"
    council_verb "$folder" agreement import "$demo/agreements.json"
    council_verb "$folder" payroll import "$repo_root/assets/payroll/figures.json"
    council_verb "$folder" payroll import "$demo/payroll.json" --own
    printf '%s' "$identity" >"$folder/loaded"
}

council_verb() {
    local folder=$1
    shift
    "$council_api" "$@" --council "$demo/council.json" --data "$folder/data" --admin "$folder/admin.sock" >&2 ||
        fail "council-api $* failed" "What it said is above."
}

# start_council_api FOLDER PORT [WWW]: sets council_api_pid; returns when the server answers.
start_council_api() {
    local folder=$1 port=$2 www=${3:-$repo_root/build/www} waited=0
    "$council_api" serve --council "$demo/council.json" --data "$folder/data" --www "$www" \
        --listen "127.0.0.1:$port" --admin "$folder/admin.sock" --demo >"$folder/council-api.log" 2>&1 &
    council_api_pid=$!
    until "$cache_root/node/bin/node" -e "fetch('http://127.0.0.1:$port/readyz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"; do
        waited=$((waited + 1))
        if ! kill -0 "$council_api_pid" 2>/dev/null || [ "$waited" -gt 100 ]; then
            tail -n 20 "$folder/council-api.log" >&2
            fail "the server did not come up on port $port" "Another program may use the port: try ALONGSIDE_PORT=8081." \
                "Its log is in $folder/council-api.log"
        fi
        sleep 0.2
    done
}
