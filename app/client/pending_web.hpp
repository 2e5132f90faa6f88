// Pending: callbacks that wait for the page's answer, by the number that went out with the question.
// Used by every *_web.cpp that asks the page for something.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <utility>

namespace alongside::client {

template <class... Answer>
class Pending {
 public:
  using Call = std::function<void(Answer...)>;

  // The number to send along.
  std::uint32_t add(Call call) {
    calls_.emplace(++last_, std::move(call));
    return last_;
  }

  // Taken out first: the callback may well ask for the next thing. An unknown number is nobody's.
  Call take(std::uint32_t request) {
    const auto found = calls_.find(request);
    if (found == calls_.end()) return [](Answer...) {};
    Call call = std::move(found->second);
    calls_.erase(found);
    return call;
  }

 private:
  std::uint32_t last_ = 0;
  std::map<std::uint32_t, Call> calls_;
};

}  // namespace alongside::client
