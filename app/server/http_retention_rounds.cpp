#include "app/server/http_retention_rounds.hpp"

#include "app/server/log.hpp"
#include "app/server/retention/reaper.hpp"

#include <cstdint>
#include <string_view>

namespace alongside::server {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds first_pause{20'000};  // whoever waits for the server comes first
constexpr milliseconds between_pieces{200};
constexpr milliseconds between_looks{10 * 60 * 1000};

}  // namespace

void RetentionRounds::start() { wait(first_pause); }

void RetentionRounds::stop() {
  stopped_ = true;
  timer_.cancel();
}

void RetentionRounds::wait(milliseconds pause) {
  if (stopped_) return;
  timer_.expires_after(pause);
  timer_.async_wait([this](boost::system::error_code error) {
    if (!error) look();
  });
}

void RetentionRounds::tell_clock(const char* what) {
  if (told_ == what) return;
  told_ = what;
  log_.write(LogLevel::Warning, what);
}

void RetentionRounds::look() {
  if (stopped_) return;
  const auto step = reaper_.step();
  after_write_();
  if (!step) {
    log_.write(LogLevel::Failure, "retention", {{"detail", std::string_view(step.error().detail)}});
    return wait(between_looks);
  }
  if (step->state == ReaperState::SetBack) tell_clock("retention_clock_set_back");
  if (step->state == ReaperState::Leapt) tell_clock("retention_clock_leapt");
  if (step->gone > 0) {
    log_.write(LogLevel::Info, "retention", {{"rule", std::string_view(step->rule)}, {"gone", step->gone}});
  }
  wait(step->state == ReaperState::Working ? between_pieces : between_looks);
}

}  // namespace alongside::server
