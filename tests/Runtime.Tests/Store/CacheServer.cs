using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ManifestLinker.Runtime.Tests.Store;

/// <summary>
/// A cache of Bazel's HTTP protocol on loopback, which does right until <see cref="Misdeed"/> is set: then that has the connection, once the head of a
/// request is read, and gives false where the request is to be answered rightly all the same.
/// </summary>
internal sealed class CacheServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();

    public CacheServer()
    {
        listener.Start();
        _ = Task.Run(AcceptAsync);
    }

    public delegate Task<bool> Deed(NetworkStream connection, string request, byte[]? stored, CancellationToken closing);

    public string Url => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    public ConcurrentDictionary<string, byte[]> Stored { get; } = new(StringComparer.Ordinal);

    /// <summary>The first lines of all requests, and their headers.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public Deed? Misdeed { get; set; }

    public static Task Say(NetworkStream connection, string text) => connection.WriteAsync(Encoding.ASCII.GetBytes(text)).AsTask();

    public void Dispose()
    {
        closing.Cancel();
        listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!closing.IsCancellationRequested)
        {
            TcpClient client = await listener.AcceptTcpClientAsync(closing.Token);
            _ = Task.Run(() => ServeAsync(client));
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using TcpClient open = client;
        try
        {
            NetworkStream connection = client.GetStream();
            while (await HeadAsync(connection) is { Length: > 0 } head)
            {
                Asked.Enqueue(head);
                string[] words = head.Split(' ');
                byte[]? stored = Stored.GetValueOrDefault(words[1]);
                if (Misdeed is { } misdeed && await misdeed(connection, head, stored, closing.Token)) return;
                await AnswerAsync(connection, words[0], words[1], head, stored);
            }
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException or SocketException)
        {
        }
    }

    private async Task AnswerAsync(NetworkStream connection, string method, string path, string head, byte[]? stored)
    {
        if (method == "PUT")
        {
            string length = head.Split('\n').First(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)).Split(':')[1];
            var body = new byte[int.Parse(length, CultureInfo.InvariantCulture)];
            await connection.ReadExactlyAsync(body, closing.Token);
            Stored[path] = body;
            await Say(connection, "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n");
        }
        else if (stored is null)
        {
            await Say(connection, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        }
        else
        {
            await Say(connection, string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 200 OK\r\nContent-Length: {stored.Length}\r\n\r\n"));
            if (method == "GET") await connection.WriteAsync(stored, closing.Token);
        }
    }

    private async Task<string> HeadAsync(NetworkStream connection)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (head.Length < 4 || !head.ToString(head.Length - 4, 4).Equals("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await connection.ReadAsync(one, closing.Token) == 0) return "";
            head.Append((char)one[0]);
        }
        return head.ToString();
    }
}
