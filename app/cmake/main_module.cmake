# The main module's link flags, and the last step of the WebAssembly build: the plugins on the main
# module's link line, the checks on what came out, and the folder the server serves.

if(NOT EMSCRIPTEN)
  return()
endif()

# target_link_libraries(alongside_client PRIVATE alongside_main_module) in app/client.
add_library(alongside_main_module INTERFACE)
target_link_options(alongside_main_module INTERFACE
  -sMAIN_MODULE=2 -sAUTOLOAD_DYLIBS=0 -sDYNAMIC_EXECUTION=0
  -sEXPORT_ES6 -sMODULARIZE -sENVIRONMENT=web
  -sALLOW_MEMORY_GROWTH -sSTACK_SIZE=1MB -sINITIAL_MEMORY=32MB
  -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sFORCE_FILESYSTEM)

# The plugins stand last on the link line. Before an object, a plugin would be taken as the home of
# any inline symbol both have (type information, say), and the main module could not start alone.
function(finish_main_module target)
  get_property(plugins GLOBAL PROPERTY ALONGSIDE_PLUGINS)
  set(modules "")
  set(manifests "")
  foreach(plugin IN LISTS plugins)
    list(APPEND modules "$<TARGET_FILE:${plugin}_module>")
    get_target_property(manifest ${plugin}_module ALONGSIDE_MANIFEST)
    list(APPEND manifests "--plugin=${manifest}=$<TARGET_FILE:${plugin}_module>")
    target_link_libraries(${target} PRIVATE "$<TARGET_FILE:${plugin}_module>")
    add_dependencies(${target} ${plugin}_module)
  endforeach()
  set_target_properties(${target} PROPERTIES OUTPUT_NAME app SUFFIX .mjs)
  set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS ${modules})

  add_custom_target(www ALL VERBATIM
    COMMAND "${ALONGSIDE_NODE}" "${PROJECT_SOURCE_DIR}/app/tools/check_wasm_imports.mjs"
            "$<TARGET_FILE_DIR:${target}>/app.wasm" "$<TARGET_FILE:${target}>" ${modules}
    COMMAND "${ALONGSIDE_NODE}" "${PROJECT_SOURCE_DIR}/app/tools/make_www.mjs"
            "--app=$<TARGET_FILE:${target}>" "--web=${PROJECT_SOURCE_DIR}/web"
            "--assets=${PROJECT_SOURCE_DIR}/build/assets" "--out=${PROJECT_BINARY_DIR}/../www"
            "--cache=${PROJECT_BINARY_DIR}/../compressed" "--esbuild=${PROJECT_SOURCE_DIR}/build/npm/assets/node_modules/esbuild/lib/main.js"
            "--fingerprint=${ALONGSIDE_ABI_FINGERPRINT}"
            ${manifests}
    DEPENDS ${target})
endfunction()
