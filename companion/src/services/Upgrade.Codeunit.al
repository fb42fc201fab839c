/// <summary>Publishes services that a newer version of the app has added. Those that are there already stay as they are.</summary>
codeunit 50109 "BCS Upgrade"
{
    Access = Internal;
    Subtype = Upgrade;

    trigger OnUpgradePerDatabase()
    var
        WebServices: Codeunit "BCS Web Services";
    begin
        WebServices.PublishAll();
    end;
}
