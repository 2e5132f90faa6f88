#include "tests/bench/server/recording_connection.hpp"

#include <utility>

namespace alongside::bench {

namespace {

class RecordingStatement final : public server::PreparedStatement {
 public:
  RecordingStatement(std::unique_ptr<server::PreparedStatement> real, RecordedSql& record)
      : real_(std::move(real)), record_(record) {}

  std::string_view sql() const override { return real_->sql(); }
  server::Reuse reuse() const override { return real_->reuse(); }
  void bind_integer(int parameter, std::int64_t value) override {
    keep(parameter, value);
    real_->bind_integer(parameter, value);
  }
  void bind_real(int parameter, double value) override {
    keep(parameter, value);
    real_->bind_real(parameter, value);
  }
  void bind_text(int parameter, std::string_view text) override {
    keep(parameter, std::string(text));
    real_->bind_text(parameter, text);
  }
  void bind_bytes(int parameter, std::span<const std::uint8_t> bytes) override {
    keep(parameter, std::vector<std::uint8_t>(bytes.begin(), bytes.end()));
    real_->bind_bytes(parameter, bytes);
  }
  void bind_null(int parameter) override {
    keep(parameter, std::monostate());
    real_->bind_null(parameter);
  }
  // It is written down where it first runs: what runs inside stands behind it, as it did.
  Result<server::Step> step() override {
    if (steps_++ == 0) {
      place_ = record_.events.size();
      record_.events.push_back({SqlEvent::Kind::Statement, record_.text_index(sql()), values_, 0});
    }
    ++record_.events[place_].steps;
    return real_->step();
  }
  void reset() override {
    steps_ = 0;
    values_.clear();
    real_->reset();
  }
  std::int64_t integer(int column) const override { return real_->integer(column); }
  double real(int column) const override { return real_->real(column); }
  std::string_view text(int column) const override { return real_->text(column); }
  std::span<const std::uint8_t> bytes(int column) const override { return real_->bytes(column); }
  bool is_null(int column) const override { return real_->is_null(column); }

 private:
  void keep(int parameter, SqlValue value) {
    const auto place = static_cast<std::size_t>(parameter) - 1;
    if (values_.size() <= place) values_.resize(place + 1);
    values_[place] = std::move(value);
  }

  std::unique_ptr<server::PreparedStatement> real_;
  RecordedSql& record_;
  std::vector<SqlValue> values_;
  std::size_t steps_ = 0;
  std::size_t place_ = 0;
};

}  // namespace

Result<std::unique_ptr<server::PreparedStatement>> RecordingConnection::prepare(std::string_view sql) {
  auto real = ALONGSIDE_TRY(real_->prepare(sql));
  return std::unique_ptr<server::PreparedStatement>(std::make_unique<RecordingStatement>(std::move(real), record_));
}

Result<void> RecordingConnection::execute(std::string_view sql) {
  record_.events.push_back({SqlEvent::Kind::Execute, record_.text_index(sql)});
  return real_->execute(sql);
}

Result<void> RecordingConnection::begin() {
  record_.events.push_back({SqlEvent::Kind::Begin});
  return real_->begin();
}

Result<void> RecordingConnection::commit() {
  record_.events.push_back({SqlEvent::Kind::Commit});
  return real_->commit();
}

}  // namespace alongside::bench
