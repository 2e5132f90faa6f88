#include "plugins/feedback/api/files/feature.hpp"

#include "app/server/feature.hpp"
#include "app/server/personal/personal_tables.hpp"
#include "app/server/reply.hpp"
#include "app/server/retention/reap_rows.hpp"
#include "app/wire/messages/letter.hpp"
#include "plugins/feedback/api/files/answer_files.hpp"

#include <string>
#include <utility>

namespace alongside::feedback {
namespace {

constexpr std::string_view files_route = "/api/feedback/files";
constexpr std::size_t most_piece_letter = wire::attachment_limits::piece_bytes + 1024;

class FilesFeature final : public server::Feature {
 public:
  FilesFeature(server::FeatureContext& context, server::FileScanner* const& scanner)
      : context_(context), scanner_(scanner) {}

  std::string_view id() const override { return "feedback_files"; }
  std::span<const server::Migration> migrations() const override { return AnswerFiles::migrations(); }

  // Who knows the random id that an answer named may send it, and nobody asks who that is.
  void access(server::AccessTable& table) override { table.open_to_all("POST " + std::string(files_route)); }

  void personal(server::PersonalTables& tables) override {
    const std::string nobodys = "photos and recordings of answers without a name: they go with those answers";
    tables.add({"feedback_files", {}, nobodys, {}, nobodys});
    tables.add({"feedback_file_pieces", {}, nobodys, {}, nobodys});
  }

  void retention(server::RetentionRules& rules) override {
    rules.add({"survey_answers", "photos and recordings of answers that are gone", "they belong to them",
               &server::Retention::survey_answers,
               server::reap_where("feedback_files", "id", "answer NOT IN (SELECT id FROM feedback_answers)")});
    rules.add({"survey_answers", "parts of photos and recordings that nobody waits for", "they belong to them",
               &server::Retention::survey_answers,
               server::reap_where("feedback_file_pieces", "id, offset", "id NOT IN (SELECT id FROM feedback_files)")});
  }

  void routes(server::Router& router) override {
    router.post(files_route, [this](const server::Request& request) { return receive(request); }, most_piece_letter);
  }

 private:
  server::Response receive(const server::Request& request) {
    return server::with_body<wire::Letter>(request, [&](const wire::Letter& letter) {
      const auto piece = wire::decode_frame<wire::FilePiece>(letter.body);
      if (!piece.ok()) return server::problem(request, piece.error());
      const bool is_scanned = !context_.council.scanner.empty();
      auto taken = AnswerFiles(context_.database)
                       .take(piece.value(), is_scanned ? AnswerFiles::Scanning::On : AnswerFiles::Scanning::Off);
      if (!taken.ok()) return server::problem(request, taken.error());
      if (taken.value()) return look_through(request, piece.value(), std::move(*taken.value()));
      return server::text_response(200, "received\n");
    });
  }

  // The pieces stay where they are until somebody has looked: the device sends the last one again.
  server::Response look_through(const server::Request& request, const wire::FilePiece& piece, Bytes file) {
    if (scanner_ == nullptr) return not_now(request);
    server::Response response;
    response.later = [this, request, piece, file = std::move(file)](std::function<void(server::Response)> done) {
      scanner_->scan(file, [this, request, piece, done = std::move(done)](const Result<server::ScanVerdict>& verdict) {
        if (!verdict) return done(not_now(request));
        const auto settled = AnswerFiles(context_.database).settle(piece, verdict.value());
        done(settled.ok() ? server::text_response(200, "received\n") : server::problem(request, settled.error()));
      });
    };
    return response;
  }

  static server::Response not_now(const server::Request& request) {
    server::Response response =
        server::problem(request, 503, "no_scanner", "The file cannot be looked at now. It is sent again later.");
    response.retry_after_seconds = 60;
    return response;
  }

  server::FeatureContext context_;
  server::FileScanner* const& scanner_;  // null until the server runs, and for verbs
};

}  // namespace

std::unique_ptr<server::Feature> make_files_feature(server::FeatureContext& context,
                                                    server::FileScanner* const& scanner) {
  return std::make_unique<FilesFeature>(context, scanner);
}

}  // namespace alongside::feedback
