// The functions the page gives to the WebAssembly client (app/client/js/library_alongside.js), and
// nothing else: no script is ever embedded in C++. Strings are UTF-8, pointer and length. All but
// alongside_js_random answer later, through the functions in exports_web.cpp.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {
void alongside_js_patch(const std::uint8_t* patch, std::size_t size);
void alongside_js_wake();
void alongside_js_fetch(std::uint32_t request, const char* url, std::size_t size);
// credentials: 1 sent, 0 left at home.
void alongside_js_post(std::uint32_t request, const char* url, std::size_t url_size, const std::uint8_t* body,
                       std::size_t body_size, std::uint32_t credentials);
void alongside_js_token(std::uint32_t request, const char* purpose, std::size_t purpose_size, const char* holder,
                        std::size_t holder_size);
void alongside_js_file(std::uint32_t request, const char* token, std::size_t size);
void alongside_js_read_file(std::uint32_t request, const char* token, std::size_t size, std::size_t most_bytes);
void alongside_js_show_file(const std::uint8_t* content, std::size_t size);
void alongside_js_locate(std::uint32_t request);
void alongside_js_carry(std::uint32_t request, const char* lines, std::size_t lines_size, const std::uint8_t* content,
                        std::size_t content_size);
void alongside_js_save_file(std::uint32_t request, const char* name, std::size_t name_size, const std::uint8_t* content,
                            std::size_t content_size);
void alongside_js_send_page(std::uint32_t request, const char* href, std::size_t href_size, const char* title,
                            std::size_t title_size);
void alongside_js_install();
void alongside_js_route(const char* href, std::size_t size, std::uint32_t mode);
void alongside_js_begin_again(const char* href, std::size_t size);
void alongside_js_title(const char* title, std::size_t size);
void alongside_js_setting(const char* key, std::size_t key_size, const char* value, std::size_t value_size);
void alongside_js_plugin(const char* id, std::size_t size);
void alongside_js_log(std::uint32_t level, const char* line, std::size_t size);
// store: 0 the person's, 1 what is nobody's. command: 0 open (the name), 1 commit (a batch), 2 read (one
// byte: the shelf), 3 erase.
void alongside_js_store(std::uint32_t store, std::uint32_t request, std::uint32_t command, const std::uint8_t* bytes,
                        std::size_t size);
// command: 0 take, 1 end.
void alongside_js_turn(std::uint32_t command, const char* name, std::size_t size);
void alongside_js_after(std::uint32_t request, std::uint32_t ms);
// The number by which the graphics context knows the picture at this address; 0: not here yet, or no context.
std::uint32_t alongside_js_picture(const char* address, std::size_t size);
void alongside_js_random(std::uint8_t* bytes, std::size_t size);
}
