#include <brotli/encode.h>
#include <zlib.h>
#include <catch2/catch.hpp>

#include <cstdio>

#include "tests/unit/delivery_fixture.h"
#include "tests/unit/html_fixture.h"

using namespace dateline;

namespace {

std::string warc(const std::string& type, const std::string& uri, const std::string& content_type,
                 const std::string& block, const std::string& version = "1.0") {
  return "WARC/" + version + "\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + uri +
         "\r\nWARC-Date: 2019-05-06T07:08:09Z\r\nContent-Type: " + content_type +
         "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string http(const std::string& body, const std::string& fields = "Content-Type: text/html\r\n",
                 const std::string& status = "200 OK") {
  return "HTTP/1.1 " + status + "\r\n" + fields + "\r\n" + body;
}

std::string response(const std::string& uri, const std::string& message) {
  return warc("response", uri, "application/http; msgtype=response", message);
}

std::string chunked(const std::string& body, std::size_t size) {
  std::string all;
  for (std::size_t at = 0; at < body.size(); at += size) {
    const std::string chunk = body.substr(at, size);
    char head[32];
    std::snprintf(head, sizeof head, "%zx;x=y\r\n", chunk.size());
    all += head + chunk + "\r\n";
  }
  return all + "0\r\nX-Trailer: none\r\n\r\n";
}

std::string page() { return page_with("<meta charset=utf-8>"); }

constexpr const char* kUri = "https://news.example/ferry";
constexpr const char* kPage = "https://news.example/ferry html Ferry sails at noon\n";

// The body deflated with zlib's wrapping, or without (`bits` negative).
std::string deflated(const std::string& body, int bits) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, bits, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, body.size()), '\0');
  std::string in = body;
  stream.next_in = reinterpret_cast<unsigned char*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<unsigned char*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace

TEST_CASE("a page that a crawl fetched is an article with its address") {
  const std::string version = GENERATE("1.0", "1.1");
  const auto read = deliver(warc("response", kUri, "application/http", http(page()), version));
  CHECK(read.told == kPage);
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].url == kUri);
  CHECK_FALSE(read.articles[0].published);  // the day it was fetched is none
}

TEST_CASE("a page's own address comes before the crawl's") {
  const auto read =
      deliver(response(kUri, http(page_with("<link rel=canonical href=https://news.example/own>"))));
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].url == "https://news.example/own");
}

TEST_CASE("records that are no deliveries are passed over") {
  const std::string type =
      GENERATE("warcinfo", "request", "revisit", "metadata", "conversion", "continuation", "unheard-of");
  CAPTURE(type);
  const std::string other = warc(type, kUri, "application/http", http(page()));
  CHECK(told_of(other + response(kUri, http(page())) + other) == kPage);
  CHECK(told_of(other) == "- warning container.no-articles\n");
}

TEST_CASE("what a site serves beside its articles is no failure") {
  const auto [fields, status, body, told] =
      GENERATE(table<const char*, const char*, std::string, std::string>({
          {"Content-Type: text/html\r\n", "404 Not Found", page(), ""},
          {"Content-Type: text/html\r\n", "301 Moved", page(), ""},
          {"Content-Type: image/png\r\n", "200 OK", page(), ""},
          {"Content-Type: TEXT/CSS; charset=utf-8\r\n", "200 OK", page(), ""},
          {"Content-Type: application/javascript\r\n", "200 OK", page(), ""},
          {"Content-Type: text/html\r\n", "200 OK", "<p>Menu</p>",
           "https://news.example/ferry warning html.no-article\n"},
          {"Content-Type: text/plain\r\n", "200 OK", "User-agent: *\nDisallow: /\n",
           "https://news.example/ferry warning format.unknown\n"},
      }));
  CAPTURE(fields, status);
  CHECK(told_of(response(kUri, http(body, fields, status)) + response(kUri, http(page()))) == told + kPage);
}

TEST_CASE("feeds and texts of other kinds are known by their content") {
  const std::string feed = "<rss><channel><item><title>Tides</title></item></channel></rss>";
  const char* type =
      GENERATE("text/html", "text/plain", "application/rss+xml", "application/octet+xml", "text/xml");
  CAPTURE(type);
  const auto read = deliver(response(kUri, http(feed, "Content-Type: " + std::string(type) + "\r\n")));
  CHECK(read.told == std::string(kUri) + " rss Tides\n");
  CHECK(read.articles[0].url.empty());  // the feed's address is not the entry's
}

TEST_CASE("a resource is what it says it is") {
  CHECK(told_of(warc("resource", kUri, "text/html; charset=utf-8", page())) == kPage);
  CHECK(told_of(warc("resource", "file:///a b.png", "image/png", page()) + response(kUri, http(page()))) ==
        kPage);
  CHECK(told_of(warc("resource", "<" + std::string(kUri) + ">", "text/html", page())) == kPage);
}

TEST_CASE("bodies are put together and unpacked as they are, whatever the header says") {
  const std::string gzip = gzip_of(page());
  const auto [fields, body] = GENERATE_COPY(table<std::string, std::string>({
      {"Transfer-Encoding: chunked\r\n", chunked(page(), 100)},
      {"Transfer-Encoding: CHUNKED\r\n", chunked(page(), 1)},
      {"Transfer-Encoding: chunked\r\n", page()},
      {"Transfer-Encoding: chunked\r\n", "zz\r\n" + page()},
      {"Transfer-Encoding: chunked\r\n", "40\r\n" + page()},
      {"Content-Encoding: gzip\r\n", gzip},
      {"Content-Encoding: gzip\r\n", page()},
      {"", gzip},
      {"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", chunked(gzip, 64)},
      {"Content-Encoding: deflate\r\n", deflated(page(), MAX_WBITS)},
      {"Content-Encoding: deflate\r\n", deflated(page(), -MAX_WBITS)},
      {"Content-Encoding: deflate\r\n", page()},
      {"Content-Encoding: br\r\n", page()},
      {"Content-Encoding:\r\n \r\n\tidentity\r\n", page()},
  }));
  CAPTURE(fields);
  CHECK(told_of(response(kUri, http(body, "Content-Type: text/html\r\n" + fields))) == kPage);
}

TEST_CASE("a body in Brotli is unpacked") {
  std::string brotli(4096, '\0');
  std::size_t size = brotli.size();
  const std::string text = page();
  BrotliEncoderCompress(9, 18, BROTLI_MODE_TEXT, text.size(),
                        reinterpret_cast<const unsigned char*>(text.data()), &size,
                        reinterpret_cast<unsigned char*>(brotli.data()));
  brotli.resize(size);
  const std::string fields = "Content-Type: text/html\r\nContent-Encoding: br\r\n";
  CHECK(told_of(response(kUri, http(brotli, fields))) == kPage);
  brotli.resize(size - 2);
  CHECK(told_of(response(kUri, http(brotli, fields))) ==
        std::string(kPage) + kUri + " error container.unreadable\n");
}

TEST_CASE("the header's charset counts, and the bytes before it") {
  const std::string body = "<html><body><article><h1>Z\xFCrich und K\xF6ln</h1>" + std::string(kParagraphs) +
                           "</article></body></html>";
  const auto [charset, headline] = GENERATE(table<const char*, const char*>({
      {"iso-8859-1", "Zürich und Köln"},
      {"\"Windows-1252\"", "Zürich und Köln"},
      {"iso-8859-5", "Zќrich und Kіln"},
      {"no-such-charset", "Zürich und Köln"},
  }));
  CAPTURE(charset);
  const auto read = deliver(
      response(kUri, http(body, "Content-Type: text/html; Charset=" + std::string(charset) + "\r\n")));
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].headline == headline);
}

TEST_CASE("records may be compressed one by one, or lie in other containers") {
  const std::string other = "https://news.example/other";
  const std::string each = gzip_of(warc("warcinfo", "", "application/warc-fields", "a: b\r\n")) +
                           gzip_of(response(kUri, http(page()))) + gzip_of(response(other, http(page())));
  const std::string told = kPage + other + " html Ferry sails at noon\n";
  CHECK(told_of(each) == told);
  CHECK(told_of(tar_of({{"w.gz", each}})) ==
        "w.gz!" + std::string(kPage) + "w.gz!" + other + " html Ferry sails at noon\n");
}

TEST_CASE("reading goes on after a damaged record") {
  const std::string good = response(kUri, http(page()));
  const auto [bad, told] = GENERATE(table<std::string, std::string>({
      {"no record\r\nand no other\r\n\r\n", "- error crawl.bad-record\n"},
      {"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a/\r\n\r\nx\r\n\r\n",
       "http://a/ error crawl.bad-record\n"},
      {"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -1\r\n\r\n", "- error crawl.bad-record\n"},
      {"WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n", "- error crawl.bad-record\n"},
      {warc("response", "http://a/", "application/http", "GET / HTTP/1.1\r\n\r\n"),
       "http://a/ warning crawl.no-http\n"},
      {warc("response", "dns:a", "text/dns", "a 300 IN A 10.0.0.1\r\n"), ""},
  }));
  CAPTURE(bad);
  CHECK(told_of("WARC/1.0\r\nContent-Length: 0\r\n\r\n" + bad + good) == told + kPage);
}

TEST_CASE("a crawl that is cut off gives what it holds") {
  const std::string whole =
      response("https://news.example/first", http(page())) + response(kUri, http(page()));
  const auto read = deliver(whole.substr(0, whole.size() - 20));
  CHECK(read.told == "https://news.example/first html Ferry sails at noon\n" + std::string(kPage) +
                         "https://news.example/ferry error crawl.truncated\n");
  for (std::size_t size = 6; size < whole.size(); size += 7)
    CHECK_FALSE(told_of(whole.substr(0, size)).empty());
}

TEST_CASE("records without an address have a name") {
  CHECK(told_of(warc("resource", "", "text/html", page())) == "? html Ferry sails at noon\n");
}

TEST_CASE("ARC files of both versions are read") {
  const std::string message = http(page());
  const std::string size = std::to_string(message.size());
  const std::string version1 =
      "filedesc://a.arc 0.0.0.0 20050101000000 text/plain 76\n1 0 Example\n" +
      std::string("URL IP-address Archive-date Content-type Archive-length\n\n      \n");
  const std::string version2 = "filedesc://a.arc 0.0.0.0 20050101000000 text/plain 200 - - 0 a.arc 0\n";
  CHECK(told_of(version1 + "https://news.example/ferry 10.0.0.1 20050102030405 text/html " + size + "\n" +
                message + "\n") == kPage);
  CHECK(told_of(version2 + "https://news.example/ferry 10.0.0.1 20050102030405 text/html 200 abc - 9 a.arc " +
                size + "\n" + message + "\n") == kPage);
  CHECK(told_of(version2 + "dns:news.example 10.0.0.1 20050102030405 text/dns 3\nabc\n" +
                "https://news.example/a ferry at noon 10.0.0.1 20050102030405 text/html " + size + "\n" +
                message) == "https://news.example/a ferry at noon html Ferry sails at noon\n");
  CHECK(told_of(version2 + "\nhttps://news.example/ferry 10.0.0.1 20050102030405 text/html -1\n" + message) ==
        "https://news.example/ferry error crawl.bad-record\n");
}
