# SurveyJS's own pages, which `bench surveys` weighs our plugin beside: from npm, in a folder named after its lock file's
# hash. They are of 2.5.38, the newest there is, with the survey-core they belong to. Sourced by setup.sh.

set_up_survey_pages() {
    local from="$repo_root/tests/bench/surveys/pages" folder
    folder="$cache_root/npm/bench-surveys-$(hash_of "$from/package-lock.json")"
    if [ ! -d "$folder" ]; then
        say "setup: SurveyJS's pages, for bench surveys (about 110 MB)"
        ensure_npm
        rm -rf "$folder.partial"
        mkdir -p "$folder.partial"
        cp "$from/package.json" "$from/package-lock.json" "$folder.partial/"
        (cd "$folder.partial" && quietly npm-survey-pages npm ci --ignore-scripts --no-audit --no-fund)
        mv "$folder.partial" "$folder"
    fi
    mkdir -p "$repo_root/build/npm"
    ln -sfn "$folder" "$repo_root/build/npm/bench-surveys"
}
