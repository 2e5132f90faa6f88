# The main module's link flags, and the last step of the WebAssembly build: its exports, the checks
# on what came out, and the folder the server serves.

if(NOT EMSCRIPTEN)
  return()
endif()
include(surface)

# target_link_libraries(alongside_client PRIVATE alongside_main_module) in app/client.
add_library(alongside_main_module INTERFACE)
target_link_options(alongside_main_module INTERFACE
  -sMAIN_MODULE=2 -sAUTOLOAD_DYLIBS=0 -sDYNAMIC_EXECUTION=0
  -sEXPORT_ES6 -sMODULARIZE -sENVIRONMENT=web
  -sALLOW_MEMORY_GROWTH -sSTACK_SIZE=1MB -sINITIAL_MEMORY=32MB
  -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sFILESYSTEM=0)

# Gives the main module its exports, checks every module against them, and makes build/www.
function(finish_main_module target)
  get_property(plugins GLOBAL PROPERTY ALONGSIDE_PLUGINS)
  get_property(test_plugins GLOBAL PROPERTY ALONGSIDE_TEST_PLUGINS)
  list(TRANSFORM plugins REPLACE "(.+)" "$<TARGET_FILE:\\1_module>" OUTPUT_VARIABLE modules)
  list(TRANSFORM test_plugins REPLACE "(.+)" "$<TARGET_FILE:\\1_module>" OUTPUT_VARIABLE test_modules)
  set(served "")
  foreach(plugin IN LISTS plugins)
    get_target_property(manifest ${plugin}_module ALONGSIDE_MANIFEST)
    list(APPEND served "--plugin=${manifest}=$<TARGET_FILE:${plugin}_module>")
  endforeach()

  # The tests' own plugins are not among these: they prove that the exports are enough for a newcomer.
  list(TRANSFORM plugins APPEND _module)
  add_surface(${plugins})
  target_link_libraries(${target} PRIVATE "$<TARGET_FILE:alongside_surface>")
  add_dependencies(${target} alongside_surface)
  set_target_properties(${target} PROPERTIES OUTPUT_NAME app SUFFIX .mjs)
  set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS "$<TARGET_FILE:alongside_surface>")

  set(check_imports "${ALONGSIDE_NODE}" "${PROJECT_SOURCE_DIR}/app/tools/check_wasm_imports.mjs"
                    "$<TARGET_FILE_DIR:${target}>/app.wasm" "$<TARGET_FILE:${target}>")
  add_custom_target(www ALL VERBATIM
    COMMAND ${check_imports} ${modules}
    COMMAND "${ALONGSIDE_NODE}" "${PROJECT_SOURCE_DIR}/app/tools/make_www.mjs"
            "--app=$<TARGET_FILE:${target}>" "--web=${PROJECT_SOURCE_DIR}/web"
            "--assets=${PROJECT_SOURCE_DIR}/build/assets" "--out=${PROJECT_BINARY_DIR}/../www"
            "--cache=${PROJECT_BINARY_DIR}/../compressed" "--esbuild=${PROJECT_SOURCE_DIR}/build/npm/assets/node_modules/esbuild/lib/main.js"
            "--resvg=${PROJECT_SOURCE_DIR}/build/npm/assets/node_modules/@resvg/resvg-js"
            "--fingerprint=${ALONGSIDE_ABI_FINGERPRINT}"
            ${served}
    DEPENDS ${target} ${plugins})
  # Not needed to run the application.
  list(TRANSFORM test_plugins APPEND _module)
  add_custom_target(check_test_plugins ALL VERBATIM COMMAND ${check_imports} ${test_modules}
                    DEPENDS ${target} ${test_plugins})
endfunction()
