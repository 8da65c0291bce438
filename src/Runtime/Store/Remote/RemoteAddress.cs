using System.Net.Http.Headers;
using System.Text;

namespace ManifestLinker.Runtime.Store.Remote;

/// <summary>Where a remote cache is: its URL without a slash at its end, and what proves who asks, which is never shown.</summary>
internal sealed record RemoteAddress(string Url, AuthenticationHeaderValue? Credentials)
{
    /// <summary>Reads <c>http://HOST:PORT/PATH</c>, or https, with <c>USER:PASSWORD@</c> before the host if need be; null where <paramref name="text"/> is no such URL.</summary>
    public static RemoteAddress? Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https") || uri.Query.Length > 0 || uri.Fragment.Length > 0) return null;
        string url = uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');
        if (uri.UserInfo.Length == 0) return new RemoteAddress(url, null);
        byte[] user = Encoding.UTF8.GetBytes(Uri.UnescapeDataString(uri.UserInfo));
        return new RemoteAddress(url, new AuthenticationHeaderValue("Basic", Convert.ToBase64String(user)));
    }

    /// <summary>The URL of the content or action <paramref name="hex"/>.</summary>
    public string Of(CacheSpace space, string hex) => $"{Url}/{(space == CacheSpace.Actions ? "ac" : "cas")}/{hex}";
}
