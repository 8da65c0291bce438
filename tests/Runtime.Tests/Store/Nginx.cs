using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.Store;

/// <summary>A real nginx with WebDAV, as docs/store.md sets it up, on loopback and as whoever runs the tests.</summary>
internal sealed class Nginx : IDisposable
{
    private readonly Process process;

    private Nginx(Process process, string root, string url)
    {
        this.process = process;
        Root = root;
        Url = url;
    }

    /// <summary>Where the files of the cache lie.</summary>
    public string Root { get; }

    public string Url { get; }

    public static Nginx Start(string folder)
    {
        Directory.CreateDirectory($"{folder}/cache");
        int port = FreePort();
        // Workers of an nginx that root starts become another user, who may not write here.
        string user = Machine.IsRoot ? "user root;\n" : "";
        string places = string.Concat(new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }.Select(kind => $"  {kind}_temp_path {folder}/{kind};\n"));
        File.WriteAllText($"{folder}/nginx.conf", string.Create(CultureInfo.InvariantCulture, $$"""
            {{user}}daemon off;
            pid {{folder}}/pid;
            error_log {{folder}}/error.log;
            events { worker_connections 64; }
            http {
              access_log off;
            {{places}}
              server {
                listen 127.0.0.1:{{port}};
                root {{folder}}/cache;
                client_max_body_size 0;
                location / {
                  dav_methods PUT;
                  create_full_put_path on;
                }
              }
            }

            """));
        var started = new Nginx(ForeignTool.Prepare("nginx", "-p", folder, "-c", $"{folder}/nginx.conf", "-e", $"{folder}/error.log").Start(), $"{folder}/cache", $"http://127.0.0.1:{port}");
        for (int time = 0; time < 200 && !Answers(port); time++) Thread.Sleep(50);
        return started;
    }

    public void Dispose()
    {
        // Its workers go with it.
        ForeignTool.Run("kill", "-QUIT", process.Id.ToString(CultureInfo.InvariantCulture));
        if (!process.WaitForExit(TimeSpan.FromSeconds(10))) process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private static bool Answers(int port)
    {
        try
        {
            using var client = new TcpClient();
            client.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
