# add_plugin(<id> MODEL files… SERVER_MODEL files… PAGES files… API files… ENTRY plugin.cpp [TEXT text.json]
#            [SHARED_TEXT shared_text.json [LEAVE_OUT key.begins. …]] [MANIFEST plugin.json] [PARENT <id> SHARED files…] [TEST_ONLY])
#   SERVER_MODEL: of the model, what no page uses yet; the web module goes without.
#   MORE_TEXT: further files of words whose keys begin with the plugin's id too.
#   PARENT, SHARED, SHARED_TEXT: a second module of the plugin PARENT, in a folder inside its folder. The web module
#     compiles those of the parent's files that it shares; natively they are in the parent's libraries. LEAVE_OUT: the
#     shared words whose keys begin so, which none of its screens says.
#   natively: <id>_model, <id>_pages, <id>_api and <id>_plugin, a static twin for tests;
#   for the web: <id>.wasm, a side module that exports its three entry points and nothing else.

function(add_plugin id)
  cmake_parse_arguments(PARSE_ARGV 1 plugin "TEST_ONLY" "ENTRY;TEXT;SHARED_TEXT;MANIFEST;PARENT" "MODEL;SERVER_MODEL;PAGES;SHARED;API;LEAVE_OUT;MORE_TEXT")
  if(NOT plugin_MANIFEST)
    set(plugin_MANIFEST plugin.json)
  endif()
  if(EMSCRIPTEN)
    add_plugin_module(${id})
  else()
    add_plugin_libraries(${id})
  endif()
  if(plugin_TEXT)
    set(shared_words "")
    if(plugin_SHARED_TEXT AND plugin_PARENT)
      set(shared_words "${plugin_SHARED_TEXT}" ${plugin_PARENT} ${plugin_LEAVE_OUT})
    elseif(plugin_SHARED_TEXT)
      set(shared_words "${plugin_SHARED_TEXT}" ${id})
    endif()
    if(EMSCRIPTEN)
      add_words(${id}_module ${id} "${plugin_TEXT}" "plugins/${id}/words" ${shared_words} MORE ${plugin_MORE_TEXT})
    else()
      add_words(${id}_pages ${id} "${plugin_TEXT}" "plugins/${id}/words" ${shared_words} MORE ${plugin_MORE_TEXT})
    endif()
  endif()
endfunction()

# A plugin is drawn a few times a second at most and fetched over a phone's network: size before speed.
# Optimized as a whole (-flto), its own inline functions are its own: apart, each is exported and
# imported again by its long name, which was half of the module.
# One thread runs it, so what is made at its first use needs no lock.
set(ALONGSIDE_MODULE_OPTIONS -Oz -flto -fno-threadsafe-statics)

# A side module carries only its own code: what it shares with the application comes from the main
# module when it is loaded, so it links headers and never one of the application's libraries.
macro(add_plugin_module id)
  add_executable(${id}_module ${plugin_SHARED} ${plugin_MODEL} ${plugin_PAGES} ${plugin_ENTRY})
  target_link_libraries(${id}_module PRIVATE alongside_options cereal fmt_headers fast_float)
  target_compile_options(${id}_module PRIVATE ${ALONGSIDE_MODULE_OPTIONS})
  # Made smaller once more: the second look finds another three in a thousand.
  target_link_options(${id}_module PRIVATE ${ALONGSIDE_MODULE_OPTIONS} -sBINARYEN_EXTRA_PASSES=-Oz -sSIDE_MODULE=2
    -sEXPORTED_FUNCTIONS=_alongside_plugin_manifest,_alongside_plugin_create,_alongside_plugin_destroy)
  set_target_properties(${id}_module PROPERTIES OUTPUT_NAME ${id} SUFFIX .wasm
                        ALONGSIDE_MANIFEST "${CMAKE_CURRENT_SOURCE_DIR}/${plugin_MANIFEST}")
  if(plugin_TEST_ONLY)
    set_property(GLOBAL APPEND PROPERTY ALONGSIDE_TEST_PLUGINS ${id})
  else()
    set_property(GLOBAL APPEND PROPERTY ALONGSIDE_PLUGINS ${id})
  endif()
endmacro()

macro(add_plugin_libraries id)
  add_plugin_library(${id}_model alongside_wire "${plugin_MODEL};${plugin_SERVER_MODEL}")
  set(parent_pages "")
  if(plugin_PARENT)
    set(parent_pages ${plugin_PARENT}_pages)
  endif()
  add_plugin_library(${id}_pages "${parent_pages};${id}_model;alongside_plugin_api;alongside_ui" "${plugin_PAGES}")
  add_library(${id}_plugin STATIC ${plugin_ENTRY})
  target_link_libraries(${id}_plugin PUBLIC ${id}_pages)
  if(plugin_API)
    add_plugin_library(${id}_api "${id}_model;alongside_server" "${plugin_API}")
  endif()
endmacro()

# A part of a plugin; a part without a source file is a list of what it depends on.
function(add_plugin_library name dependencies sources)
  list(FILTER sources INCLUDE REGEX "\\.cpp$")
  if(sources OR name MATCHES "_pages$")
    add_library(${name} STATIC ${sources})
    target_link_libraries(${name} PUBLIC ${dependencies} alongside_options)
  else()
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE ${dependencies} alongside_options)
  endif()
endfunction()

# tells_unsent(<id> SOURCE file TEXT text.json [MODEL files…]): in what words the plugin <id> tells its own changes while
# they are not sent: `change_in_words` in its namespace (app/plugin_api/change_words.hpp). The module "unsent" is made of
# all of these, so that nobody loads every plugin to read a list. MODEL: of its model, what that needs.
function(tells_unsent id)
  cmake_parse_arguments(PARSE_ARGV 1 told "" "SOURCE;TEXT" "MODEL")
  list(TRANSFORM told_MODEL PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/")
  set_property(GLOBAL APPEND PROPERTY ALONGSIDE_UNSENT_TELLERS ${id})
  set_property(GLOBAL APPEND PROPERTY ALONGSIDE_UNSENT_SOURCES "${CMAKE_CURRENT_SOURCE_DIR}/${told_SOURCE}")
  set_property(GLOBAL APPEND PROPERTY ALONGSIDE_UNSENT_TEXTS "${CMAKE_CURRENT_SOURCE_DIR}/${told_TEXT}")
  set_property(GLOBAL APPEND PROPERTY ALONGSIDE_UNSENT_MODEL ${told_MODEL})
endfunction()
