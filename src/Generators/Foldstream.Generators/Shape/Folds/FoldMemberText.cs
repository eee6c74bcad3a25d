using System.Text;
using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Prints a member of a fold in the normal form: its head, and the code that the user wrote for it.</summary>
internal static class FoldMemberText
{
    public static string Of(FoldMember member, FoldNames names, FoldCode code, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        text.Append(names.Member(member.Symbol)).Append(Head(member.Symbol, names)).Append('\n');
        foreach (var (part, calls) in member.Code)
        {
            text.Append(part.Role).Append('\n');
            new FoldText(code.ModelOf(part.Node), names, member.Symbol, text, cancellationToken).Print(part.Node);
            PrintUnnamed(calls, names, text);
        }

        return text.ToString();
    }

    private static string Head(ISymbol member, FoldNames names) => member switch
    {
        IFieldSymbol field => $" {names.NullableType(field.Type)}{Required(field.IsRequired)}{FoldAttributes.Json(field, names)}",
        IPropertySymbol property =>
            $" {names.NullableType(property.Type)}{Required(property.IsRequired)}{(property.SetMethod is null ? "" : " set")}{FoldAttributes.Json(property, names)}",
        IMethodSymbol { IsPartialDefinition: true, PartialImplementationPart: null } method => FoldAttributes.All(method, names),
        IMethodSymbol method => string.Concat(method.Parameters.Where(parameter => parameter.HasExplicitDefaultValue).Select(parameter =>
            $" {FoldLiteral.Of(parameter.Ordinal)}={FoldLiteral.Of(parameter.ExplicitDefaultValue)}")),
        _ => "",
    };

    private static string Required(bool isRequired) => isRequired ? " required" : "";

    // Operators, conversions and the like are called without a name in the code.
    private static void PrintUnnamed(IEnumerable<FoldCall> calls, FoldNames names, StringBuilder text)
    {
        foreach (var call in calls)
        {
            if (call.Member is IMethodSymbol { MethodKind: not MethodKind.Ordinary } or IPropertySymbol { IsIndexer: true })
                text.Append("calls ").Append(names.Member(call.Member)).Append('\n');
        }
    }
}
