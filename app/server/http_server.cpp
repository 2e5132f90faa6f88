#include "app/server/http_server.hpp"

#include "app/server/admin_listener.hpp"
#include "app/server/admin_messages.hpp"
#include "app/server/application.hpp"
#include "app/server/http_clamd_scanner.hpp"
#include "app/server/http_daily_rounds.hpp"
#include "app/server/http_fetches.hpp"
#include "app/server/http_listener.hpp"
#include "app/server/http_loop_turn.hpp"
#include "app/server/http_mail_rounds.hpp"
#include "app/server/http_metrics_listener.hpp"
#include "app/server/http_retention_rounds.hpp"
#include "app/server/log.hpp"
#include "app/server/mail/mail_sender_curl.hpp"
#include "app/server/metrics/metrics.hpp"
#include "app/server/metrics/process_measures.hpp"
#include "app/server/open_files.hpp"
#include "app/server/own_origins.hpp"
#include "app/server/readiness.hpp"
#include "app/server/site.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include <csignal>
#include <cstdint>
#include <optional>
#include <utility>

namespace alongside::server {

namespace asio = boost::asio;

namespace {

constexpr auto longest_drain = std::chrono::seconds(10);

// One run of the server: everything that lives from the first connection to the last.
class Run {
 public:
  explicit Run(const HttpServerParts& parts)
      : application_(parts.application),
        readiness_(parts.readiness),
        log_(parts.log),
        metrics_(measures_),
        shared_{parts.site,
                log_,
                application_.clock(),
                {},
                shown_metrics(),
                parts.own_origins,
                [this] { stop_if_broken(); },
                {},
                false},
        http_(loop_, shared_),
        admin_(loop_, {application_.verbs(), log_, application_.journal(), application_.staff(), parts.data_folder,
                       [this] { stop_if_broken(); }}),
        daily_(loop_, {application_.config().every_day, application_.verbs(), DailyRuns(application_.database()),
                       application_.clock(), log_,
                       [this](std::vector<std::string> words, std::string officer, auto done) {
                         admin_.run_for({std::move(words), {std::move(officer), {}, AskedBy::Server}}, std::move(done));
                       }}),
        signals_(loop_, SIGINT, SIGTERM),
        drain_timer_(loop_),
        retention_(loop_, application_.reaper(), log_, [this] { stop_if_broken(); }) {
    gather_measures();
    shared_.limits.connections = connections_within_open_files(shared_.limits.connections);
    application_.use_turn(&turn_);
    const CouncilConfig& config = application_.config();
    if (!config.sign_in.providers.empty() || config.map_tiles.is_used()) {
      fetches_.emplace(loop_);
      application_.sign_in().open(parts.provider_secrets, *fetches_);
      for (const auto& feature : application_.features()) feature->serving(*fetches_);
    }
    if (!config.scanner.empty()) application_.use(&scanner_.emplace(loop_, config.scanner));
    if (!config.mail.sends()) return;
    mail_.emplace(loop_,
                  MailRoundsParts{MailOutbox(application_.database(), application_.documents()), config,
                                  application_.clock(), log_, [this] { stop_if_broken(); }},
                  make_curl_sender(config.mail, parts.mail_password));
  }

  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;
  ~Run() {
    application_.use(nullptr);
    application_.use_turn(nullptr);
  }

  Result<void> open(const ListenAddress& listen, const std::string& admin_path) {
    ALONGSIDE_TRY(admin_.open(admin_path));
    ALONGSIDE_TRY(open_metrics());
    ALONGSIDE_TRY(http_.open(listen));
    if (shared_.own_origins.empty()) shared_.own_origins = likely_origins(listen, http_.port());
    log_.write(LogLevel::Info, "listening",
               {{"address", std::string_view(listen.address)},
                {"port", std::int64_t{http_.port()}},
                {"council", std::string_view(application_.config().council.id)},
                {"emails", std::string_view(mail_ ? "sent" : "none")}});
    return {};
  }

  int until_stopped() {
    http_.start();
    admin_.start();
    if (mail_) mail_->start();
    if (metrics_listener_) metrics_listener_->start();
    retention_.start();
    daily_.start();
    wait_for_signal();
    loop_.run();
    const bool kept = application_.database().checkpoint().ok() && !application_.database().broken();
    log_.write(LogLevel::Info, "stopped", {{"storage", std::string_view(kept ? "ok" : "broken")}});
    return kept ? exit_code_ : 1;
  }

 private:
  // Counting for nobody would cost each answer a little.
  Metrics* shown_metrics() { return application_.config().metrics.empty() ? nullptr : &metrics_; }

  void gather_measures() {
    add_process_measures(measures_);
    measures_.add({"connections", "Connections that are open.",
                   [this]() -> Result<double> { return static_cast<double>(http_.connections()); }});
    for (const auto& feature : application_.features()) feature->measures(measures_);
  }

  Result<void> open_metrics() {
    const std::string& where = application_.config().metrics;
    if (where.empty()) return {};
    const ListenAddress address = ALONGSIDE_TRY(parse_listen_address(where));
    metrics_listener_.emplace(loop_, metrics_);
    ALONGSIDE_TRY(metrics_listener_->open(address));
    log_.write(LogLevel::Info, "metrics",
               {{"address", std::string_view(address.address)}, {"port", std::int64_t{metrics_listener_->port()}}});
    return {};
  }

  void wait_for_signal() {
    signals_.async_wait([this](boost::system::error_code error, int) {
      if (error) return;
      if (shared_.stopping) return loop_.stop();  // told twice: now
      wait_for_signal();  // before stop(), which cancels the wait when nothing is left to finish
      stop();
    });
  }

  void stop_if_broken() {
    if (!application_.database().broken() || shared_.stopping) return;
    // A failed write is never tried again on the same file handle: the kernel may have dropped it.
    log_.write(LogLevel::Failure, "storage_broken");
    exit_code_ = 1;
    stop();
  }

  void stop() {
    log_.write(LogLevel::Info, "stopping");
    readiness_.stop();
    daily_.stop();
    admin_.stop();
    if (mail_) mail_->stop();
    retention_.stop();
    if (fetches_) fetches_->stop();
    if (metrics_listener_) metrics_listener_->stop();
    drain_timer_.expires_after(longest_drain);
    drain_timer_.async_wait([this](boost::system::error_code error) {
      if (!error) loop_.stop();
    });
    http_.stop([this] {
      drain_timer_.cancel();
      signals_.cancel();
    });
  }

  asio::io_context loop_{1};
  HttpLoopTurn turn_{loop_};
  Application& application_;
  Readiness& readiness_;
  Log& log_;
  Measures measures_;
  Metrics metrics_;
  HttpShared shared_;
  HttpListener http_;
  AdminListener admin_;
  DailyRounds daily_;
  asio::signal_set signals_;
  asio::steady_timer drain_timer_;
  RetentionRounds retention_;
  std::optional<MailRounds> mail_;                   // none: this council sends no emails
  std::optional<HttpFetches> fetches_;               // none: nothing is asked of other machines
  std::optional<ClamdScanner> scanner_;              // none: nobody looks through what families send
  std::optional<MetricsListener> metrics_listener_;  // none: this council shows none
  int exit_code_ = 0;
};

}  // namespace

Result<int> run_http_server(const HttpServerParts& parts, const ListenAddress& listen, const std::string& admin_path) {
  Run run(parts);
  ALONGSIDE_TRY(run.open(listen, admin_path));
  return run.until_stopped();
}

}  // namespace alongside::server
