# Two INTERFACE targets, used instead of global flags. alongside_codegen carries what every object in
# one program must agree on, so third-party code links it too; alongside_options adds what only our
# own code wants: the language level, warnings and the ABI fingerprint.

add_library(alongside_codegen INTERFACE)
add_library(alongside_options INTERFACE)
target_link_libraries(alongside_options INTERFACE alongside_codegen)
target_compile_features(alongside_codegen INTERFACE cxx_std_20)
target_include_directories(alongside_options INTERFACE "${PROJECT_SOURCE_DIR}"
                                                       "${PROJECT_BINARY_DIR}/generated")
target_compile_options(alongside_options INTERFACE -Wall -Wextra
                                                   $<$<BOOL:${ALONGSIDE_WERROR}>:-Werror>)

if(EMSCRIPTEN)
  # One exception model and position-independent code everywhere: a module that differs in either
  # cannot be loaded beside the others. WASM_BIGINT keeps 64-bit signatures as they are.
  # Optimized as a whole (-flto): 24 KB less to load, since what is used once or never is found.
  target_compile_options(alongside_codegen INTERFACE -fPIC -fwasm-exceptions -flto)
  target_link_options(alongside_codegen INTERFACE -fPIC -fwasm-exceptions -sWASM_BIGINT -flto)
  # libc++'s smaller std::function: no virtual table for each lambda. A third less time to compile what is
  # full of them, and 2 % less to load. Nothing in the compiled libc++ takes or gives a std::function.
  target_compile_definitions(alongside_codegen INTERFACE _LIBCPP_ABI_OPTIMIZED_FUNCTION)
  set(ALONGSIDE_ABI_FINGERPRINT "api2.${EMSCRIPTEN_VERSION}.wasm-eh.small-function.release")
else()
  set(ALONGSIDE_ABI_FINGERPRINT "api2.native.wasm-eh.release")
  target_compile_definitions(alongside_options INTERFACE ALONGSIDE_STATIC_PLUGINS)
  # A test's own code runs once and is compiled often (QUICK_TO_COMPILE, set in tests/CMakeLists.txt).
  set(optimize -O$<IF:$<BOOL:$<TARGET_PROPERTY:QUICK_TO_COMPILE>>,1,2>)
  target_compile_options(alongside_codegen INTERFACE -fPIC -fstack-protector-strong
                                                     $<$<CONFIG:Release>:${optimize}>)
  target_compile_definitions(alongside_codegen INTERFACE _GLIBCXX_ASSERTIONS
                                                         $<$<CONFIG:Release>:_FORTIFY_SOURCE=2>)
  target_link_options(alongside_codegen INTERFACE -Wl,-z,relro,-z,now)
  # g++ sweeps its memory again and again unless told that there is enough: a tenth of the time.
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(alongside_codegen INTERFACE --param=ggc-min-heapsize=524288)
  endif()
endif()
target_compile_definitions(alongside_options
                           INTERFACE ALONGSIDE_ABI_FINGERPRINT="${ALONGSIDE_ABI_FINGERPRINT}")

if(ALONGSIDE_SANITIZE)
  target_compile_options(alongside_codegen INTERFACE -fsanitize=${ALONGSIDE_SANITIZE} -O2
                                                     -fno-omit-frame-pointer
                                                     -fno-sanitize-recover=all)
  target_link_options(alongside_codegen INTERFACE -fsanitize=${ALONGSIDE_SANITIZE})
endif()
if(ALONGSIDE_FUZZ)
  # Without a note of each comparison: the standard library's own are most of them, the same code is reached, and
  # the readers are tried twice as fast.
  target_compile_options(alongside_codegen INTERFACE -fsanitize=fuzzer-no-link -fno-sanitize-coverage=trace-cmp)
endif()
