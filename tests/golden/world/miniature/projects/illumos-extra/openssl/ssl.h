#define OPENSSL 3
