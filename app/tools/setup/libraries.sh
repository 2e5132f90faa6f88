# What of the libraries has to be compiled, natively and for the web, once for all clones on this machine. Sourced by
# setup.sh after the toolchain is there. The builds find it by its folder's name: app/cmake/libraries.cmake.

libraries_identity() {
    printf '%s %s %s' "$(hash_of "$repo_root"/app/cmake/{options,dependencies*,libraries}.cmake "$repo_root"/app/cmake/libraries/*)" \
        "$(c++ -dumpfullversion)" "$(cat "$cache_root/stamps/system-libraries")"
}

# make_libraries WORK PRESET_TYPE COMMAND…: COMMAND is what cmake runs under; for the web, em.sh emcmake.
make_libraries() {
    local work=$1 type=$2
    shift 2
    "$@" cmake -G Ninja -S "$repo_root/app/cmake/libraries" -B "$work" -DCMAKE_BUILD_TYPE="$type" -DCMAKE_UNITY_BUILD=ON \
        -DALONGSIDE_DEPS="$cache_root/deps" &&
        "${@:1:1}" cmake --build "$work" && cmake --install "$work"
}

build_libraries() {
    local work="$cache_root/libraries"
    rm -rf "$work" # other clones may need what is in deps/libraries
    mkdir -p "$work" "$cache_root/deps/libraries"
    quietly libraries-native make_libraries "$work/native" Release env
    quietly libraries-web make_libraries "$work/web" MinSizeRel "$tools/em.sh" emcmake
    rm -rf "$work"
}

set_up_libraries() { step libraries "$(libraries_identity)" build_libraries; }
