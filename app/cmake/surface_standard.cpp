// What of the standard library an ordinary plugin uses. Part of a side module that is never served
// or run: being on the main module's link line it makes the main module export all this, so that a
// plugin made later finds it there. See surface.cmake.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

namespace {

using Text = std::string;

void texts(Text& text, const Text& other, std::size_t at, const char* plain) {
  text.append(other).append(plain, at).append(at, 'x').append(plain);
  text.assign(plain).assign(plain, at);
  text.insert(at, other).insert(at, plain);
  text.replace(at, at, other).replace(at, at, plain);
  text.erase(at, at).push_back('x');
  text.reserve(at);
  text.resize(at, 'x');
  text.shrink_to_fit();
  text = other.substr(at) + plain + other;
  text += std::to_string(at) + std::to_string(static_cast<int>(at)) + std::to_string(static_cast<long long>(at));
  at = text.find(other) + text.rfind('x') + text.find_first_of(other) + text.find_last_not_of(plain);
  if (text.compare(other) < 0 || text.compare(at, at, plain) == 0) text.at(at) = 'x';
  text = fmt::format("{} {:.2f} {:>8} {}", at, 1.5, other, plain);
}

void failures(int kind, const Text& text) {
  if (kind == 0) throw std::runtime_error(text);
  if (kind == 1) throw std::logic_error(text.c_str());
  if (kind == 2) throw std::invalid_argument(text);
  if (kind == 3) throw std::out_of_range(text);
  if (kind == 4) throw std::length_error(text);
  if (kind == 5) throw std::domain_error(text);
  if (kind == 6) throw std::bad_alloc();
  if (kind == 7) throw std::runtime_error(text.c_str());
  if (kind == 8) throw std::bad_function_call();
  if (kind == 9) throw kind;
}

struct Counted {
  explicit Counted(int count) : count(count) {}
  virtual ~Counted() = default;
  virtual int value() const = 0;
  int count;
};

double containers(std::vector<int>& numbers, std::map<Text, int>& names, std::unordered_map<Text, double>& sums) {
  std::sort(numbers.begin(), numbers.end());
  std::stable_sort(numbers.begin(), numbers.end());
  numbers.insert(numbers.begin(), numbers.size(), 1);
  names.emplace("x", static_cast<int>(numbers.at(0)));
  names.erase("x");
  for (const auto& [name, count] : names) sums[name] += count;
  static const Text once("made once, behind a guard");
  std::function<int(int)> twice = [&names](int by) { return by * static_cast<int>(names.size()); };
  auto shared = std::make_shared<Text>(once);
  std::weak_ptr<Text> weak = shared;
  std::optional<int> maybe;
  std::variant<int, Text> either = once;
  return twice(maybe.value()) + std::get<int>(either) + static_cast<double>(weak.lock()->size());
}

double numbers(const char* text, double value, char* buffer, std::size_t size) {
  std::snprintf(buffer, size, "%s %d %.3f", text, static_cast<int>(value), value);
  std::memmove(buffer, text, size);
  std::memset(buffer, 0, size);
  if (std::memcmp(buffer, text, size) == 0 || std::strcmp(buffer, text) == 0 || std::memchr(text, 0, size))
    std::abort();
  return std::floor(value) + std::ceil(value) + std::round(value) + std::pow(value, 2.5) + std::fmod(value, 3) +
         std::sin(value) + std::cos(value) + std::atan2(value, 2) + std::sqrt(value) + std::log(value) +
         std::exp(value) + std::strtod(text, nullptr) + static_cast<double>(std::strtoll(text, nullptr, 10)) +
         static_cast<double>(std::lround(value)) + std::stoi(text);
}

}  // namespace

extern "C" int alongside_surface_standard(Text& text, std::vector<int>& list, std::map<Text, int>& names,
                                          std::unordered_map<Text, double>& sums, Counted& counted, char* buffer) {
  try {
    texts(text, Text(text), list.size(), text.c_str());
    failures(counted.value(), text);
    return static_cast<int>(containers(list, names, sums) + numbers(text.c_str(), counted.count, buffer, text.size()));
  } catch (const std::out_of_range& error) {
    return static_cast<int>(std::strlen(error.what()));
  } catch (const std::exception& error) {
    return error.what()[0];
  } catch (...) {
    throw;
  }
}
