// The functions the page gives to the WebAssembly client (app/client/js/library_alongside.js), and
// nothing else: no script is ever embedded in C++. Strings are UTF-8, pointer and length.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {
void alongside_js_patch(const std::uint8_t* patch, std::size_t size);
void alongside_js_wake();
void alongside_js_fetch(std::uint32_t request, const char* url, std::size_t url_size, const std::uint8_t* body,
                        std::size_t body_size);
void alongside_js_route(const char* href, std::size_t size, std::uint32_t mode);
void alongside_js_title(const char* title, std::size_t size);
void alongside_js_setting(const char* key, std::size_t key_size, const char* value, std::size_t value_size);
void alongside_js_plugin(const char* id, std::size_t size);
void alongside_js_log(std::uint32_t level, const char* line, std::size_t size);
}
