// Request: what a handler is given, after the guard and the router. Plain data; a handler answers
// it with a Response and does no I/O but storage. Valid for the length of the call.
#pragma once

#include "app/server/access/actor.hpp"
#include "app/server/language.hpp"
#include "app/server/query.hpp"
#include "app/server/session/session_cookie.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::server {

enum class Method : std::uint8_t { Get, Post };  // HEAD reaches handlers as Get

// How the answer is written: one wire frame, JSON for people who debug, or words for a browser.
enum class Format : std::uint8_t { Frame, Json, Html };

// Whether a browser says that a page of another site led here.
enum class LedHere : std::uint8_t { ByNobodyElse, ByAnotherSite };

struct Request {
  Method method = Method::Get;
  std::string path;  // decoded, "/api/local_offer/services/42"
  Query query;
  std::vector<std::string> parameters;  // what stood at each {name} of the pattern, in order
  Format format = Format::Frame;
  Language language = Language::English;
  std::string_view origin;         // where families open the application: "https://short-breaks.example"
  std::vector<std::uint8_t> body;  // of a Post; within the route's limit
  LedHere led_here = LedHere::ByNobodyElse;
  SignInCookies cookies;  // of a browser that signs in or out
  std::string address;    // the other side's: for throttles alone, never for the log
  Actor actor;            // who is signed in, as the cookie says; set before the handler runs

  // The i-th {name} of the route's pattern, or empty.
  std::string_view parameter(std::size_t i) const {
    return i < parameters.size() ? std::string_view(parameters[i]) : std::string_view();
  }
};

}  // namespace alongside::server
