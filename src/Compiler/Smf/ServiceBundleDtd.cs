namespace ManifestLinker.Compiler.Smf;

/// <summary>
/// The structure of service bundles, after <c>usr/src/cmd/svc/dtd/service_bundle.dtd.1</c> of illumos, 2026, which allows all that the
/// one of 2021 does.
/// </summary>
internal static class ServiceBundleDtd
{
    private const string Types =
        "count|integer|opaque|host|hostname|net_address|net_address_v4|net_address_v6|time|astring|ustring|boolean|fmri|uri";

    private const string Grouping = "require_all|require_any|exclude_all|optional_all";
    private const string RestartOn = "error|restart|refresh|none";
    private const string Flag = "true|false";

    // An element a line: its name, its content, and its attributes behind a semicolon. "?" may be missing, "*" and "+" may be many,
    // "=" many of one kind; an attribute is needed unless it has a "?", and has its values behind a colon.
    private const string Table = $"""
        service_bundle service_bundle|service|xi:include= ; type name
        service create_default_instance? single_instance? restarter? dependency* dependent* method_context? managed_paths* exec_method* notification_parameters* property_group* instance* stability? template? ; name version type:service|restarter|milestone
        instance restarter? dependency* dependent* method_context? managed_paths* exec_method* notification_parameters* property_group* template? ; name enabled:{Flag}
        create_default_instance ; enabled:{Flag}
        single_instance ;
        restarter service_fmri ;
        service_fmri ; value
        dependency service_fmri* stability? propval|property* ; name grouping:{Grouping} restart_on:{RestartOn} type delete?:{Flag}
        dependent service_fmri stability? propval|property* ; name grouping:{Grouping} restart_on:{RestartOn} delete?:{Flag} override?:{Flag}
        exec_method method_context? stability? propval|property* ; type:method|monitor name exec timeout_seconds delete?:{Flag}
        method_context method_profile|method_credential? method_environment? ; security_flags? working_directory? project? resource_pool?
        method_profile ; name
        method_credential ; user group? supp_groups? privileges? limit_privileges?
        method_environment envvar+ ;
        envvar ; name value
        managed_paths directory+ ;
        directory ; path user? group? mode? env? empty?:{Flag}
        property_group stability? propval|property* ; name type delete?:{Flag}
        propval ; name type:{Types} value override?:{Flag}
        property count_list|integer_list|opaque_list|host_list|hostname_list|net_address_list|net_address_v4_list|net_address_v6_list|time_list|astring_list|ustring_list|boolean_list|fmri_list|uri_list? ; name type:{Types} override?:{Flag}
        count_list value_node+ ;
        integer_list value_node+ ;
        opaque_list value_node+ ;
        host_list value_node+ ;
        hostname_list value_node+ ;
        net_address_list value_node+ ;
        net_address_v4_list value_node+ ;
        net_address_v6_list value_node+ ;
        time_list value_node+ ;
        astring_list value_node+ ;
        ustring_list value_node+ ;
        boolean_list value_node+ ;
        fmri_list value_node+ ;
        uri_list value_node+ ;
        value_node ; value
        stability ; value:Standard|Stable|Evolving|Unstable|External|Obsolete
        notification_parameters event type+ ;
        event ; value
        type parameter|paramval* ; name active?:{Flag}
        parameter value_node* ; name
        paramval ; name value
        template common_name description? documentation? pg_pattern* ;
        common_name loctext+ ;
        description loctext+ ;
        units loctext+ ;
        loctext #text ; xml:lang
        documentation doc_link|manpage* ;
        doc_link ; name uri
        manpage ; title section manpath?
        pg_pattern common_name? description? prop_pattern* ; name? type? required?:{Flag} target?:this|instance|delegate|all
        prop_pattern common_name? description? units? visibility? cardinality? internal_separators? values? constraints? choices? ; name type?:{Types} required?:{Flag}
        visibility ; value:hidden|readonly|readwrite
        cardinality ; min? max?
        internal_separators #text ;
        values value+ ;
        value common_name? description? ; name
        constraints value* range* ;
        choices value* range* include_values* ;
        range ; min max
        include_values ; type:constraints|values
        xi:include xi:fallback? ; href parse?:xml|text encoding? xpointer?
        xi:fallback #any ;
        """;

    private static readonly Dictionary<string, ElementModel> Models = Table.Split('\n').Select(Parse).ToDictionary(StringComparer.Ordinal);

    /// <summary>What the element called <paramref name="name"/> may hold; null where there is none of this name.</summary>
    public static ElementModel? Find(string name) => Models.GetValueOrDefault(name);

    private static KeyValuePair<string, ElementModel> Parse(string line)
    {
        string[] sides = line.Split(';');
        string[] words = sides[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] content = words[1..];
        return new(words[0], new ElementModel(
            [.. content.Where(word => word[0] != '#').Select(Part)],
            [.. sides[1].Split([' ', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(Attribute)],
            HasText: content is ["#text"],
            HoldsAnything: content is ["#any"]));
    }

    private static ContentPart Part(string word) => new(
        word.TrimEnd('?', '*', '+', '=').Split('|'),
        IsNeeded: word[^1] is not ('?' or '*' or '='),
        Repeats: word[^1] is '*' or '+' or '=',
        IsOfOneKind: word[^1] == '=');

    private static AttributeModel Attribute(string word)
    {
        // The colon of a prefix is none that values stand behind.
        int colon = word.StartsWith("xml:", StringComparison.Ordinal) ? -1 : word.IndexOf(':', StringComparison.Ordinal);
        string name = colon < 0 ? word : word[..colon];
        return new(name.TrimEnd('?'), !name.EndsWith('?'), colon < 0 ? [] : word[(colon + 1)..].Split('|'));
    }
}
